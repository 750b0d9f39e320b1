/** The page before its script has filled it: headings, regions, and places to fill. No text from outside. */
export const SKELETON = `<a class="skip" href="#timeline-title">Skip to the timeline</a>
<header>
<div>
<h1>{title}</h1>
<p id="clock"></p>
</div>
<div class="wishes">
<label>Person <select id="person"></select></label>
<label>Times in <select id="zone"></select></label>
<label id="search-field" hidden>Find a rotation <input id="search" type="search" autocomplete="off" spellcheck="false"></label>
</div>
</header>
<main>
<noscript><p class="notice">This page works out who is on call with a script, and scripts are turned off here. The calendars beside it say the same.</p></noscript>
<p id="notice" class="notice" role="alert" hidden></p>
<section id="now" aria-labelledby="now-title">
<h2 id="now-title">On call now</h2>
<div id="holders"></div>
<div id="own"></div>
</section>
<section id="timeline" aria-labelledby="timeline-title">
<div class="bar">
<h2 id="timeline-title" tabindex="-1">Timeline</h2>
<p id="period" aria-live="polite"></p>
<div class="tools">
<div class="joined" role="group" aria-label="Move">
<button id="earlier" type="button" aria-label="Earlier">&#8249;</button>
<button id="today" type="button">Today</button>
<button id="later" type="button" aria-label="Later">&#8250;</button>
</div>
<label class="date"><span>Go to</span> <input id="date" type="date"></label>
<div id="zooms" class="joined" role="group" aria-label="Zoom"></div>
<div class="joined" role="group" aria-label="Show as">
<button id="as-picture" type="button">Picture</button>
<button id="as-table" type="button">Table</button>
</div>
</div>
</div>
<div id="picture"></div>
<div id="table" hidden></div>
<div id="legend"></div>
</section>
<section id="meetings" aria-labelledby="meetings-title">
<h2 id="meetings-title">Meetings</h2>
<div id="occurrences"></div>
</section>
<section id="calendars" aria-labelledby="calendars-title">
<h2 id="calendars-title">Calendars</h2>
<p>Subscribe to a calendar rather than importing it: what is imported never changes again. Calendar programs look for news every few hours only; for the next day trust this page.</p>
<div id="subscriptions"></div>
</section>
<p id="copied" role="status" class="unseen"></p>
</main>
<footer id="about"></footer>`

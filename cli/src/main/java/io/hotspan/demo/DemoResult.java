package io.hotspan.demo;

import io.hotspan.demo.client.LoadProgress;

/**
 * How a demo went.
 *
 * @param load what the client counted; not null
 * @param openedSpans spans that the program opened, counted beside the calls
 * @param earlierSpans spans that the journal had before
 */
record DemoResult(LoadProgress load, long openedSpans, long earlierSpans) {}

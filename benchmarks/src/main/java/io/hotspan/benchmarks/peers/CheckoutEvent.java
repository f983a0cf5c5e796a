package io.hotspan.benchmarks.peers;

import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Name;

/** An event of JFR in place of a span. */
@Name(CheckoutEvent.NAME)
@Enabled(false)
class CheckoutEvent extends Event {
    static final String NAME = "io.hotspan.benchmarks.Checkout";
}

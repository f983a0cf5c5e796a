package io.hotspan.benchmarks.peers;

import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Name;

/** An event of JFR in place of a span with four attributes. */
@Name(DescribedEvent.NAME)
@Enabled(false)
class DescribedEvent extends Event {
    static final String NAME = "io.hotspan.benchmarks.DescribedCheckout";

    String user;
    String currency;
    long amount;
    double discount;
}

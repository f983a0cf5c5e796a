package io.hotspan.benchmarks.peers;

import io.hotspan.benchmarks.harness.Opened;

/** What the benchmarks of JFR do, with and without stacks. */
final class JfrEvents {
    private JfrEvents() {}

    static void openClose(final Opened opened) {
        opened.add(1);
        open();
    }

    static void openClose4Attr(final Opened opened) {
        opened.add(1);
        final DescribedEvent event = new DescribedEvent();
        event.begin();
        event.user = "alice";
        event.currency = "Swiss franc (CHF)";
        event.amount = 1_299L;
        event.discount = 0.15;
        event.commit();
    }

    static void nested4(final Opened opened) {
        opened.add(4);
        final CheckoutEvent root = new CheckoutEvent();
        root.begin();
        open();
        open();
        open();
        root.commit();
    }

    private static void open() {
        final CheckoutEvent event = new CheckoutEvent();
        event.begin();
        event.commit();
    }
}

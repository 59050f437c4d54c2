package org.sipsleuth.media.fault;

import org.sipsleuth.media.Party;

/// The sides of a call, for sentences.
final class Sides {

    private Sides() {}

    static String name(Party party) {
        return party == Party.CALLER ? "caller" : "callee";
    }

    static Party other(Party party) {
        return party == Party.CALLER ? Party.CALLEE : Party.CALLER;
    }
}

package org.sipsleuth.simulate.scenario.social;

import org.sipsleuth.truth.Label;

/// One call, before it is played.
///
/// @param caller the user part and domain: `sip:20001@example.edu`
/// @param status the final response: 200, 486, 480, 404; 487 if the caller cancels
/// @param talkSeconds 0 if it is not answered
/// @param callerEnds whether the caller hangs up
record PhoneCall(String caller, String callee, int status, double ringSeconds, double talkSeconds, boolean callerEnds,
        Label label) {}

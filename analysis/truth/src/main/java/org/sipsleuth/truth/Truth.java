package org.sipsleuth.truth;

/// Receives the ground truth of a simulated capture while it is generated.
public interface Truth {

    /// A new attack.
    ///
    /// @param story what happens, in a sentence
    Attack attack(TrafficClass trafficClass, String story);

    /// Says what a user is.
    ///
    /// @param uri an address of record, `sip:alice@example.com`
    void user(String uri, TrafficClass trafficClass);

    /// Records a message of the capture.
    ///
    /// @param frame the frame that completes it, from 1
    /// @param atNanos its time in ns since the epoch
    /// @param from the host that sent it
    /// @param to the host it goes to
    void message(long frame, long atNanos, String from, String to, String callId, Label label);

    /// Says which bytes of a message were changed on purpose. Called before [#message] for it.
    ///
    /// @param from the first changed byte of the message, from 0
    /// @param to the byte after the last one
    /// @param what what was done, in words
    void mutation(String callId, int from, int to, String what);
}

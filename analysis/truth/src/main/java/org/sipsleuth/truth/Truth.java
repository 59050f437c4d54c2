package org.sipsleuth.truth;

/// Receives the ground truth of a simulated capture from the scenario that is played. The messages
/// are recorded where the capture is made.
public interface Truth {

    /// A new attack. Its actors, victims and request span are those of its messages. So is its
    /// outcome for scans, guessing, toll fraud, SPIT, pinholes and what is accepted in calls and
    /// registrations of others; for floods, malformed messages and rogue challenges it is
    /// [AttackOutcome#ATTEMPTED] until [#reached] says more.
    Attack attack(AttackPlan plan);

    /// Says that an attack got at least so far. Called when its effect is in the capture.
    void reached(Attack attack, AttackOutcome outcome);

    /// Names a user that an attack is directed at or uses, where its messages do not show it.
    ///
    /// @param user the user part of an address of record
    void account(Attack attack, String user);

    /// Says what a user is.
    ///
    /// @param uri an address of record, `sip:alice@example.com`
    default void user(String uri, TrafficClass trafficClass) {
        user(uri, UserFacts.of(trafficClass));
    }

    /// Says all that is known of a user.
    ///
    /// @param uri an address of record, `sip:alice@example.com`
    void user(String uri, UserFacts facts);
}

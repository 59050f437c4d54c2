package org.sipsleuth.social.feature;

/// A number that says how a user behaves in a time (paper 5, §4.2, and eight more).
public enum Feature {
    /// Calls made for each one received; calls made if none was received. 0 or more (paper 5).
    INTERACTIVITY(Kind.COUNT),
    /// The share of days with a call, 0 to 1: *activity duration* (paper 5).
    ACTIVE_DAYS(Kind.SHARE),
    /// Different callees for each call made, 0 to 1; 0 without calls (paper 5).
    SOCIALITY(Kind.SHARE),
    /// Different callees, as a share of the users of the group, 0 to 1 (paper 5).
    DYNAMICITY(Kind.SHARE),
    /// Calls made on a day with calls. 0 or more.
    CALLS_MADE(Kind.COUNT),
    /// Calls received on a day with calls. 0 or more.
    CALLS_RECEIVED(Kind.COUNT),
    /// The share of calls made that are answered, 0 to 1; 0 without calls.
    ANSWERED(Kind.SHARE),
    /// The median length of answered calls made, in seconds; 0 without them.
    TALK_SECONDS(Kind.COUNT),
    /// Minutes talked in calls made, on a day with calls. 0 or more.
    MINUTES(Kind.COUNT),
    /// The share of calls made to somebody never called before, 0 to 1; 0 without calls.
    NEW_CALLEES(Kind.SHARE),
    /// The share of calls made at night, from 20 to 7 o'clock, or at a weekend, 0 to 1.
    OFF_HOURS(Kind.SHARE),
    /// The share of callees who also call the user, 0 to 1; 0 without callees.
    RECIPROCITY(Kind.SHARE);

    private final Kind kind;

    Feature(Kind kind) {
        this.kind = kind;
    }

    /// What its values are.
    public enum Kind {
        /// 0 or more, of any size: compared by logarithm.
        COUNT,
        /// 0 to 1.
        SHARE
    }

    /// What its values are.
    public Kind kind() {
        return kind;
    }
}

package org.sipsleuth.fingerprint;

/// A device or tool whose way of writing is known.
///
/// @param name what it is called
/// @param kind what it is used for
/// @param source where its way of writing was learnt from
public record KnownProgram(String name, Kind kind, String source) {

    /// What a program is used for.
    public enum Kind {
        /// Made for scans, guessing, floods or fraud.
        ATTACK_TOOL,
        /// Made for tests, and used for attacks as well.
        TEST_TOOL,
        /// A phone or a library that phones are made with.
        PHONE,
        /// A PBX, proxy or switch.
        SERVER
    }

    /// Whether it is no phone and no server.
    public boolean isTool() {
        return kind == Kind.ATTACK_TOOL || kind == Kind.TEST_TOOL;
    }
}

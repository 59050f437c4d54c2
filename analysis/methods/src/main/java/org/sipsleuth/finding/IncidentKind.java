package org.sipsleuth.finding;

import java.util.Locale;

/// What somebody does, the least grave first. The words are a contract of the command line.
public enum IncidentKind {
    UNUSUAL_DIALOGS,
    CONTENT_ANOMALY,
    SOCIAL_ANOMALY,
    MALFORMED_MESSAGES,
    HOST_SCAN,
    EXTENSION_ENUMERATION,
    FUZZING,
    FIREWALL_PINHOLE,
    COVERT_CHANNEL,
    OPTIONS_FLOOD,
    OTHER_FLOOD,
    RESPONSE_FLOOD,
    REGISTER_FLOOD,
    SPIT,
    INVITE_FLOOD,
    ROGUE_CHALLENGE,
    SESSION_TEARDOWN,
    PASSWORD_GUESSING,
    MEDIA_REDIRECT,
    CALL_HIJACK,
    REGISTRATION_HIJACK,
    ACCOUNT_TAKEOVER,
    TOLL_FRAUD;

    /// The word for files and filters: `host_scan`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is one of the floods.
    public boolean isFlood() {
        return name().endsWith("_FLOOD");
    }
}

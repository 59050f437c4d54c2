package org.sipsleuth.incident;

import org.sipsleuth.finding.IncidentKind;

/// What an actor is after: things that one actor does for one goal are one incident.
enum Goal {
    /// To get at accounts and to use them.
    INTRUSION,
    /// To keep others from working.
    DISRUPTION,
    /// To reach people who do not want to be reached.
    NUISANCE,
    /// To get data through a firewall.
    TUNNEL,
    /// To change what goes on between others.
    INTERFERENCE,
    /// Nothing that is known.
    UNKNOWN;

    static Goal of(IncidentKind kind) {
        return switch (kind) {
            case HOST_SCAN,
                    EXTENSION_ENUMERATION,
                    PASSWORD_GUESSING,
                    ACCOUNT_TAKEOVER,
                    REGISTRATION_HIJACK,
                    ROGUE_CHALLENGE,
                    TOLL_FRAUD ->
                    INTRUSION;
            case MALFORMED_MESSAGES,
                    FUZZING,
                    CONTENT_ANOMALY,
                    OPTIONS_FLOOD,
                    OTHER_FLOOD,
                    RESPONSE_FLOOD,
                    REGISTER_FLOOD,
                    INVITE_FLOOD ->
                    DISRUPTION;
            case SPIT -> NUISANCE;
            case FIREWALL_PINHOLE, COVERT_CHANNEL -> TUNNEL;
            case SESSION_TEARDOWN, MEDIA_REDIRECT, CALL_HIJACK -> INTERFERENCE;
            case UNUSUAL_DIALOGS, SOCIAL_ANOMALY -> UNKNOWN;
        };
    }
}

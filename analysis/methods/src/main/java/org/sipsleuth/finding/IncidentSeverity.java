package org.sipsleuth.finding;

/// How grave an incident is: decided by what was done and how far it got, never by how sure a model
/// is.
public final class IncidentSeverity {

    private IncidentSeverity() {}

    /// The severity of a kind with an outcome; an outcome that cannot be determined counts as
    /// attempted.
    ///
    /// @param isMinor whether it is at most low
    public static Severity of(IncidentKind kind, Outcome outcome, boolean isMinor) {
        Severity severity =
                switch (outcome) {
                    case NOT_DETERMINED, ATTEMPTED -> attempted(kind);
                    case PARTIAL -> partial(kind);
                    case SUCCEEDED -> succeeded(kind);
                };
        return isMinor && severity.compareTo(Severity.LOW) > 0 ? Severity.LOW : severity;
    }

    private static Severity attempted(IncidentKind kind) {
        return switch (kind) {
            case UNUSUAL_DIALOGS, SOCIAL_ANOMALY, CONTENT_ANOMALY -> Severity.INFO;
            case PASSWORD_GUESSING,
                    ACCOUNT_TAKEOVER,
                    TOLL_FRAUD,
                    SESSION_TEARDOWN,
                    REGISTRATION_HIJACK,
                    MEDIA_REDIRECT,
                    CALL_HIJACK,
                    ROGUE_CHALLENGE ->
                    Severity.MEDIUM;
            default -> Severity.LOW;
        };
    }

    private static Severity partial(IncidentKind kind) {
        return switch (kind) {
            case UNUSUAL_DIALOGS, SOCIAL_ANOMALY, CONTENT_ANOMALY -> Severity.LOW;
            case ACCOUNT_TAKEOVER,
                    TOLL_FRAUD,
                    SESSION_TEARDOWN,
                    REGISTRATION_HIJACK,
                    MEDIA_REDIRECT,
                    CALL_HIJACK,
                    ROGUE_CHALLENGE ->
                    Severity.HIGH;
            default -> Severity.MEDIUM;
        };
    }

    private static Severity succeeded(IncidentKind kind) {
        return switch (kind) {
            case UNUSUAL_DIALOGS,
                    SOCIAL_ANOMALY,
                    CONTENT_ANOMALY,
                    HOST_SCAN,
                    EXTENSION_ENUMERATION,
                    SPIT ->
                    Severity.MEDIUM;
            case ACCOUNT_TAKEOVER,
                    TOLL_FRAUD,
                    SESSION_TEARDOWN,
                    REGISTRATION_HIJACK,
                    MEDIA_REDIRECT,
                    CALL_HIJACK,
                    ROGUE_CHALLENGE ->
                    Severity.CRITICAL;
            default -> Severity.HIGH;
        };
    }
}

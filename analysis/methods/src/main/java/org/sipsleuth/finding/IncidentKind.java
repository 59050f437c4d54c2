package org.sipsleuth.finding;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// What somebody does, the least grave first, and all that follows from it. The words are a
/// contract of the command line. What is said of it is in a file of its own, such as
/// `kind/host_scan.properties`: its name and the name of a stage of it, titles and advice.
public enum IncidentKind {
    UNUSUAL_DIALOGS(StageGroup.OTHER, Goal.UNKNOWN, Examined.DIALOGS, EventCategory.NETWORK, Severity.INFO,
            Severity.LOW, Severity.MEDIUM),
    CONTENT_ANOMALY(StageGroup.OTHER, Goal.DISRUPTION, Examined.MESSAGES, EventCategory.NETWORK, Severity.INFO,
            Severity.LOW, Severity.MEDIUM),
    SOCIAL_ANOMALY(StageGroup.OTHER, Goal.UNKNOWN, Examined.DIALOGS, EventCategory.NETWORK, Severity.INFO, Severity.LOW,
            Severity.MEDIUM),
    MALFORMED_MESSAGES(StageGroup.MALFORMED, Goal.DISRUPTION, Examined.MESSAGES, EventCategory.NETWORK, Severity.LOW,
            Severity.MEDIUM, Severity.HIGH, AttackTechnique.EXPLOITATION),
    HOST_SCAN(StageGroup.SCAN, Goal.INTRUSION, Examined.SOURCES, EventCategory.NETWORK, Severity.LOW, Severity.MEDIUM,
            Severity.MEDIUM, new AttackTechnique("T1595.001", "Scanning IP Blocks")),
    EXTENSION_ENUMERATION(StageGroup.ENUMERATE, Goal.INTRUSION, Examined.SOURCES, EventCategory.NETWORK, Severity.LOW,
            Severity.MEDIUM, Severity.MEDIUM, new AttackTechnique("T1087", "Account Discovery")),
    FUZZING(StageGroup.MALFORMED, Goal.DISRUPTION, Examined.MESSAGES, EventCategory.NETWORK, Severity.LOW,
            Severity.MEDIUM, Severity.HIGH, AttackTechnique.EXPLOITATION),
    FIREWALL_PINHOLE(StageGroup.OTHER, Goal.TUNNEL, Examined.CALLS, EventCategory.NETWORK, Severity.LOW,
            Severity.MEDIUM, Severity.HIGH, new AttackTechnique("T1572", "Protocol Tunneling")),
    VOICEMAIL_PROBING(StageGroup.GUESS, Goal.INTRUSION, Examined.CALLS, EventCategory.AUTHENTICATION, Severity.LOW,
            Severity.MEDIUM, Severity.HIGH, new AttackTechnique("T1110.001", "Password Guessing")),
    COVERT_CHANNEL(StageGroup.OTHER, Goal.TUNNEL, Examined.DIALOGS, EventCategory.NETWORK, Severity.LOW,
            Severity.MEDIUM, Severity.HIGH, new AttackTechnique("T1001", "Data Obfuscation")),
    OPTIONS_FLOOD(StageGroup.FLOOD, Goal.DISRUPTION, Examined.REQUESTS, EventCategory.NETWORK, Severity.LOW,
            Severity.MEDIUM, Severity.HIGH, AttackTechnique.SERVICE_EXHAUSTION),
    OTHER_FLOOD(StageGroup.FLOOD, Goal.DISRUPTION, Examined.REQUESTS, EventCategory.NETWORK, Severity.LOW,
            Severity.MEDIUM, Severity.HIGH, AttackTechnique.SERVICE_EXHAUSTION),
    RESPONSE_FLOOD(StageGroup.FLOOD, Goal.DISRUPTION, Examined.MESSAGES, EventCategory.NETWORK, Severity.LOW,
            Severity.MEDIUM, Severity.HIGH, new AttackTechnique("T1498.002", "Reflection Amplification")),
    REGISTER_FLOOD(StageGroup.FLOOD, Goal.DISRUPTION, Examined.REQUESTS, EventCategory.NETWORK, Severity.LOW,
            Severity.MEDIUM, Severity.HIGH, AttackTechnique.SERVICE_EXHAUSTION),
    SPIT(StageGroup.SPIT, Goal.NUISANCE, Examined.CALLS, EventCategory.NETWORK, Severity.LOW, Severity.MEDIUM,
            Severity.MEDIUM, new AttackTechnique("T1566.004", "Spearphishing Voice")),
    MESSAGE_SPAM(StageGroup.SPIT, Goal.NUISANCE, Examined.MESSAGES, EventCategory.NETWORK, Severity.LOW,
            Severity.MEDIUM, Severity.MEDIUM, new AttackTechnique("T1566", "Phishing")),
    INVITE_FLOOD(StageGroup.FLOOD, Goal.DISRUPTION, Examined.REQUESTS, EventCategory.NETWORK, Severity.LOW,
            Severity.MEDIUM, Severity.HIGH, AttackTechnique.SERVICE_EXHAUSTION),
    REMOTE_CONTROL(StageGroup.HIJACK, Goal.INTERFERENCE, Examined.REQUESTS, EventCategory.NETWORK, Severity.MEDIUM,
            Severity.HIGH, Severity.HIGH, new AttackTechnique("T1529", "System Shutdown/Reboot")),
    ROGUE_CHALLENGE(StageGroup.HIJACK, Goal.INTRUSION, Examined.DIALOGS, EventCategory.AUTHENTICATION, Severity.MEDIUM,
            Severity.HIGH, Severity.CRITICAL, new AttackTechnique("T1187", "Forced Authentication")),
    SESSION_TEARDOWN(StageGroup.HIJACK, Goal.INTERFERENCE, Examined.DIALOGS, EventCategory.NETWORK, Severity.MEDIUM,
            Severity.HIGH, Severity.CRITICAL, new AttackTechnique("T1565.002", "Transmitted Data Manipulation")),
    PASSWORD_GUESSING(StageGroup.GUESS, Goal.INTRUSION, Examined.SOURCES, EventCategory.AUTHENTICATION, Severity.MEDIUM,
            Severity.MEDIUM, Severity.HIGH, new AttackTechnique("T1110.001", "Password Guessing")),
    MEDIA_REDIRECT(StageGroup.HIJACK, Goal.INTERFERENCE, Examined.DIALOGS, EventCategory.NETWORK, Severity.MEDIUM,
            Severity.HIGH, Severity.CRITICAL, AttackTechnique.ADVERSARY_IN_THE_MIDDLE),
    CALL_HIJACK(StageGroup.HIJACK, Goal.INTERFERENCE, Examined.CALLS, EventCategory.NETWORK, Severity.MEDIUM,
            Severity.HIGH, Severity.CRITICAL, AttackTechnique.ADVERSARY_IN_THE_MIDDLE),
    REGISTRATION_HIJACK(StageGroup.HIJACK, Goal.INTRUSION, Examined.DIALOGS, EventCategory.NETWORK, Severity.MEDIUM,
            Severity.HIGH, Severity.CRITICAL, AttackTechnique.VALID_ACCOUNTS, AttackTechnique.ADVERSARY_IN_THE_MIDDLE),
    ACCOUNT_TAKEOVER(StageGroup.USE, Goal.INTRUSION, Examined.DIALOGS, EventCategory.AUTHENTICATION, Severity.MEDIUM,
            Severity.HIGH, Severity.CRITICAL, AttackTechnique.VALID_ACCOUNTS),
    TOLL_FRAUD(StageGroup.USE, Goal.INTRUSION, Examined.CALLS, EventCategory.AUTHENTICATION, Severity.MEDIUM,
            Severity.HIGH, Severity.CRITICAL, new AttackTechnique("T1496", "Resource Hijacking"));

    @SuppressWarnings("ImmutableEnumChecker") // it always gives the same
    private final MethodTexts texts;

    private final StageGroup group;
    private final Goal goal;
    private final Examined examined;
    private final EventCategory category;
    private final Severity attempted;
    private final Severity partial;
    private final Severity succeeded;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<AttackTechnique> techniques;

    /// @param attempted how grave it is as an attempt; likewise in part and with success
    IncidentKind(StageGroup group, Goal goal, Examined examined, EventCategory category, Severity attempted,
            Severity partial, Severity succeeded, AttackTechnique... techniques) {
        texts = MethodTexts.beside(IncidentKind.class, "kind." + word());
        this.group = group;
        this.goal = goal;
        this.examined = examined;
        this.category = category;
        this.attempted = attempted;
        this.partial = partial;
        this.succeeded = succeeded;
        this.techniques = List.of(techniques);
    }

    /// The word for files and filters: `host_scan`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name within a sentence: `host scan`, `INVITE flood`.
    public Sentence label() {
        return texts.sentence("name");
    }

    /// The name as a heading: `Host scan`.
    public Sentence heading() {
        return new Sentence.Capital(label());
    }

    /// One or two words for a stage of an incident: `Scan`.
    public Sentence stageLabel() {
        return texts.sentence("stage");
    }

    /// All that is said of it.
    public MethodTexts texts() {
        return texts;
    }

    /// What stages of it are drawn as.
    public StageGroup group() {
        return group;
    }

    /// What its actor is after.
    public Goal goal() {
        return goal;
    }

    /// What is looked through for it.
    public Examined examined() {
        return examined;
    }

    /// What security tools file it under.
    public EventCategory category() {
        return category;
    }

    /// The techniques of MITRE ATT&CK (Enterprise, version 17) that it corresponds to; none where
    /// no technique fits.
    public List<AttackTechnique> techniques() {
        return techniques;
    }

    /// How grave it is with an outcome, never by how sure a model is; an outcome that cannot be
    /// determined counts as attempted.
    ///
    /// @param isMinor whether it is at most low
    public Severity severity(Outcome outcome, boolean isMinor) {
        Severity severity = switch (outcome) {
            case NOT_DETERMINED, ATTEMPTED -> attempted;
            case PARTIAL -> partial;
            case SUCCEEDED -> succeeded;
        };
        return isMinor && severity.compareTo(Severity.LOW) > 0 ? Severity.LOW : severity;
    }

    /// Whether it is one of the floods.
    public boolean isFlood() {
        return group == StageGroup.FLOOD;
    }
}

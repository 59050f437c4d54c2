package org.sipsleuth.incident;

import java.util.List;
import org.sipsleuth.finding.IncidentKind;

/// The techniques of MITRE ATT&CK (Enterprise, version 17) that kinds of incidents correspond to.
final class Techniques {

    private static final AttackTechnique ADVERSARY_IN_THE_MIDDLE =
            new AttackTechnique("T1557", "Adversary-in-the-Middle");
    private static final AttackTechnique SERVICE_EXHAUSTION =
            new AttackTechnique("T1499.002", "Service Exhaustion Flood");
    private static final AttackTechnique EXPLOITATION =
            new AttackTechnique("T1499.004", "Application or System Exploitation");
    private static final AttackTechnique VALID_ACCOUNTS =
            new AttackTechnique("T1078", "Valid Accounts");

    private Techniques() {}

    /// Those of a kind; none where there is no technique that fits.
    static List<AttackTechnique> of(IncidentKind kind) {
        return switch (kind) {
            case HOST_SCAN -> List.of(new AttackTechnique("T1595.001", "Scanning IP Blocks"));
            case EXTENSION_ENUMERATION ->
                    List.of(new AttackTechnique("T1087", "Account Discovery"));
            case PASSWORD_GUESSING ->
                    List.of(new AttackTechnique("T1110.001", "Password Guessing"));
            case ACCOUNT_TAKEOVER -> List.of(VALID_ACCOUNTS);
            case TOLL_FRAUD -> List.of(new AttackTechnique("T1496", "Resource Hijacking"));
            case SPIT -> List.of(new AttackTechnique("T1566.004", "Spearphishing Voice"));
            case INVITE_FLOOD, REGISTER_FLOOD, OPTIONS_FLOOD, OTHER_FLOOD ->
                    List.of(SERVICE_EXHAUSTION);
            case RESPONSE_FLOOD ->
                    List.of(new AttackTechnique("T1498.002", "Reflection Amplification"));
            case MALFORMED_MESSAGES, FUZZING -> List.of(EXPLOITATION);
            case REGISTRATION_HIJACK -> List.of(VALID_ACCOUNTS, ADVERSARY_IN_THE_MIDDLE);
            case MEDIA_REDIRECT, CALL_HIJACK -> List.of(ADVERSARY_IN_THE_MIDDLE);
            case SESSION_TEARDOWN ->
                    List.of(new AttackTechnique("T1565.002", "Transmitted Data Manipulation"));
            case ROGUE_CHALLENGE -> List.of(new AttackTechnique("T1187", "Forced Authentication"));
            case FIREWALL_PINHOLE -> List.of(new AttackTechnique("T1572", "Protocol Tunneling"));
            case COVERT_CHANNEL -> List.of(new AttackTechnique("T1001", "Data Obfuscation"));
            case UNUSUAL_DIALOGS, CONTENT_ANOMALY, SOCIAL_ANOMALY -> List.of();
        };
    }
}

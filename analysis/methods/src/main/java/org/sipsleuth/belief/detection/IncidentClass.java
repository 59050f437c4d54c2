package org.sipsleuth.belief.detection;

import java.util.Optional;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.finding.IncidentKind;

/// The class that the traffic of an incident has, where the network has one for it.
public final class IncidentClass {

    private IncidentClass() {}

    /// That of a kind; empty if none of the classes is about it, so that such traffic is believed
    /// to be what it resembles most, which may be normal.
    public static Optional<TrafficClass> of(IncidentKind kind) {
        return switch (kind) {
            case HOST_SCAN, EXTENSION_ENUMERATION -> Optional.of(TrafficClass.SCAN);
            case PASSWORD_GUESSING -> Optional.of(TrafficClass.PASSWORD_CRACKING);
            case OPTIONS_FLOOD, OTHER_FLOOD, RESPONSE_FLOOD, REGISTER_FLOOD, INVITE_FLOOD ->
                    Optional.of(TrafficClass.DOS);
            case SPIT -> Optional.of(TrafficClass.SPIT);
            case FIREWALL_PINHOLE -> Optional.of(TrafficClass.FIREWALL_TRAVERSAL);
            case MALFORMED_MESSAGES,
                    FUZZING,
                    COVERT_CHANNEL,
                    ROGUE_CHALLENGE,
                    SESSION_TEARDOWN,
                    MEDIA_REDIRECT,
                    CALL_HIJACK,
                    REGISTRATION_HIJACK,
                    ACCOUNT_TAKEOVER,
                    TOLL_FRAUD,
                    UNUSUAL_DIALOGS,
                    CONTENT_ANOMALY,
                    SOCIAL_ANOMALY ->
                    Optional.empty();
        };
    }
}

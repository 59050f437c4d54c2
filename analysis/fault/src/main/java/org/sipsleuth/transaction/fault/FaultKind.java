package org.sipsleuth.transaction.fault;

import java.util.Locale;

/// What kind of fault a capture shows. `docs/NETWORK-FAULTS.md` has the condition of each, and the
/// nearest harmless case.
public enum FaultKind {
    LOST_FRAGMENT("Fragments lost"),
    ICMP_ERROR("ICMP error"),
    MEDIA_ICMP_ERROR("ICMP error to media"),
    NO_HAIRPIN("NAT without hairpin"),
    CONNECTION_REFUSED("Connection refused"),
    CONNECTION_UNANSWERED("Connection unanswered"),
    CONNECTION_RESET("Connection reset"),
    REGISTRATION_FLAPPING("Registration flapping"),
    REGISTRATION_MOVING("Registration moving between devices"),
    REGISTERED_CONTACT_UNREACHABLE("Registered contact unreachable"),
    REGISTRATION_INTERVAL("Registration interval too brief"),
    FAILOVER("Failover");

    private final String label;

    FaultKind(String label) {
        this.label = label;
    }

    /// Its name for programs: `lost_fragment`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its name for people.
    public String label() {
        return label;
    }
}

package org.sipsleuth.finding;

/// What security tools file an incident under, besides intrusion detection and network
/// (`event.category` of the Elastic Common Schema).
public enum EventCategory {
    /// Nothing else.
    NETWORK,
    /// Accounts and credentials.
    AUTHENTICATION
}

package org.sipsleuth.incident;

/// What the actor of an incident is to the place: who is to be asked, and who is harmed by
/// blocking its address.
enum ActorRole {
    /// Nobody can be named: the addresses are forged.
    FORGED,
    /// Too many addresses to be named.
    UNNAMED,
    /// An unknown host of another network, through which nobody works.
    OUTSIDER,
    /// An unknown host of the local network.
    INSIDER,
    /// An unknown host that did no more than a misconfigured device of the place would.
    DOUBTFUL,
    /// A phone of the place.
    PHONE,
    /// An address that users share who have no part in it: a session border controller, or NAT.
    SHARED,
    /// A user or number behind an address that carries the calls of others: a trunk, SBC or NAT.
    CARRIED,
    /// A trunk, or a carrier's SBC.
    TRUNK,
    /// A registrar or proxy.
    SERVER,
    /// A host that asks servers and phones at intervals whether they answer.
    MONITORING,
    /// A host that the user allows what it does.
    ALLOWED
}

package org.sipsleuth.finding;

/// What an actor is after: things that one actor does for one goal are one incident.
public enum Goal {
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
    UNKNOWN
}

package org.sipsleuth.incident;

import java.util.Locale;

/// What is done about the hosts of an incident. Only [#BLOCK] and [#FIND] keep them from working.
public enum Measure {
    /// Requests of an address are discarded at the border.
    BLOCK,
    /// A host of the local network is found and disconnected.
    FIND,
    /// The link is found that forged frames come from.
    TRACE,
    /// Requests that are written alike are discarded, whatever their address.
    BAR_WRITING,
    /// The password that a device has stored is corrected.
    CORRECT_PASSWORD,
    /// The user is asked whether the device or the calls are theirs.
    ASK_USER,
    /// A phone is examined where it stands.
    EXAMINE,
    /// Destinations are barred for the accounts.
    BAR_NUMBERS,
    /// Accounts are limited or barred, not the address that they share with others.
    BAR_USERS,
    /// Users or numbers that call are barred, not the address that carries them.
    BAR_CALLERS,
    /// The operator of a trunk is asked to stop its customer.
    ASK_OPERATOR,
    /// Traffic is captured before the server that passed it on.
    LOOK_BEHIND,
    /// A host that monitors is listed as allowed.
    ALLOW,
    /// Nothing is changed.
    WATCH,
    /// What protects whoever does it; it is about no host.
    PROTECT;

    /// The word for texts: `bar_users`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

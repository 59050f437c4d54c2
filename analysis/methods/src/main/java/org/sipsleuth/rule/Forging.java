package org.sipsleuth.rule;

/// Why the source addresses of a flood are taken as forged.
public enum Forging {
    /// They are not: nothing speaks against their being those of the senders.
    NONE,
    /// Phones and trunks use some of them for calls and registrations of their own.
    BORROWED,
    /// Many addresses sent a few requests each, which one program wrote.
    INVENTED,
    /// The Call-IDs are counted on from one address to the next.
    ONE_PROGRAM
}

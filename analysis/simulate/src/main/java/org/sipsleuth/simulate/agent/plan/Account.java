package org.sipsleuth.simulate.agent.plan;

import org.sipsleuth.simulate.message.NameAddress;

/// A user.
///
/// @param user the user part of its address of record
/// @param domain its host part
/// @param display the display name, or empty
/// @param password what it is authenticated with
public record Account(String user, String domain, String display, String password) {

    /// The address of record.
    public String uri() {
        return "sip:" + user + "@" + domain;
    }

    /// The address as written in From or To, without a tag.
    public NameAddress address() {
        return new NameAddress(display, uri());
    }
}

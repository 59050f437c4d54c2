package org.sipsleuth.simulate.scenario.office;

import org.sipsleuth.simulate.agent.Account;
import org.sipsleuth.simulate.agent.UserAgent;

/// Somebody with a phone.
///
/// @param weight how much of all calls come from and go to this person, compared with others
public record Person(Account account, UserAgent phone, double weight) {

    /// The address of record.
    public String uri() {
        return account.uri();
    }
}

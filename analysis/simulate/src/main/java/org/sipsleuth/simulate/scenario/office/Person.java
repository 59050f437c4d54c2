package org.sipsleuth.simulate.scenario.office;

import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;

/// Somebody with a phone.
///
/// @param weight how much of all calls come from and go to this person, compared with others
public record Person(Account account, UserAgent phone, double weight) {

    /// The address of record.
    public String uri() {
        return account.uri();
    }
}

package org.sipsleuth.simulate.scenario.social;

import org.sipsleuth.simulate.scenario.social.society.Member;
import org.sipsleuth.simulate.scenario.social.society.Outsiders;

/// Who calls whom in a survey by telephone.
///
/// @param inside whether agents are in the organisation and call people outside; otherwise it is
///     the other way round
/// @param members the members of the organisation; agents inside have the numbers after theirs
/// @param agents people who call
/// @param callees people who agreed to be called
/// @param tries most calls to somebody who does not answer
/// @param perHour calls of each agent
/// @param answered the share of answered calls
record Survey(boolean inside, int members, int agents, int callees, int tries, double perHour, double answered) {

    private static final int FIRST_AGENT = 6_000_000;
    private static final int FIRST_CALLEE = 3_000_000;

    /// The number of an agent in the network, or -1 if agents are outside.
    int agentNumber(int agent) {
        return inside ? members + agent : -1;
    }

    String agentUri(int agent, String domain) {
        return inside ? Member.uri(members + agent, domain) : Outsiders.uri(FIRST_AGENT + agent, domain);
    }

    /// The number of somebody who is called in the network, or -1 if they are outside.
    int calleeNumber(int callee) {
        return inside ? -1 : callee;
    }

    String calleeUri(int callee, String domain) {
        return inside ? Outsiders.uri(FIRST_CALLEE + callee, domain) : Member.uri(callee, domain);
    }
}

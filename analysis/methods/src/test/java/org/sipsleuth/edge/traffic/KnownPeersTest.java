package org.sipsleuth.edge.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

/// Whom the proposed configurations name besides the hosts that they never ban.
class KnownPeersTest {

    private static final String CARRIER = "198.51.100.7";
    private static final String REFUSED = "198.51.100.8";

    private static void call(Talk talk, String from, int number, int status) throws IOException {
        talk.callId("call-" + number + "@" + from).after(60);
        String branch = "b" + number;
        talk.request(from, Talk.PROXY, "INVITE", 1, branch);
        talk.response(Talk.PROXY, from, status, "INVITE", 1, branch);
        talk.request(from, Talk.PROXY, "ACK", 1, status == 200 ? branch + "a" : branch);
        if (status == 200) {
            talk.request(Talk.PROXY, from, "BYE", 2, branch + "e");
            talk.response(from, Talk.PROXY, 200, "BYE", 2, branch + "e");
        }
    }

    @Test
    void hostsWithAnsweredCallsAndWithoutRoleAreNamedApart() throws IOException {
        Talk talk = new Talk();
        for (int i = 0; i < 3; i++) {
            talk.callId("registration-" + i).request(Talk.CALLEE, Talk.PROXY, "REGISTER", 1, "r" + i);
            talk.response(Talk.PROXY, Talk.CALLEE, 200, "REGISTER", 1, "r" + i).after(600);
        }
        call(talk, CARRIER, 1, 200);
        call(talk, REFUSED, 2, 403);
        KnownPeers peers = KnownPeers.of(HostRoles.of(TransactionTable.of(talk.read(), RunMonitor.NONE)));
        assertEquals(List.of(CARRIER), peers.callers(), peers.place().toString());
        peers.place().forEach((role, hosts) -> assertFalse(hosts.contains(CARRIER), role.word()));
    }
}

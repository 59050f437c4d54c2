package org.sipsleuth.flood.window;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.sipsleuth.transaction.InviteAttempts;
import org.sipsleuth.transaction.Scene;

/// INVITEs of users and of a flood to a server, for tests.
public final class FloodScene {

    private static final String SERVER = "198.51.100.10";

    private FloodScene() {}

    /// INVITEs of 20 users; half of them have a Contact with their address, the others one with
    /// another address.
    ///
    /// @param rename what becomes of each address
    public static InviteAttempts users(UnaryOperator<String> rename, int invites) {
        Random random = new Random(7);
        Scene scene = new Scene();
        for (int i = 0; i < invites; i++) {
            int user = random.nextInt(20);
            String source = rename.apply("192.0.2." + (user + 1));
            String contact = user % 2 == 0 ? source : rename.apply("192.0.2.200");
            scene.every(1 + random.nextInt(300));
            scene.raw(source, rename.apply(SERVER), invite(i, "u" + user, rename, contact));
        }
        return InviteAttempts.of(scene.table());
    }

    private static String invite(int number, String user, UnaryOperator<String> rename, String contact) {
        String server = rename.apply(SERVER);
        return """
        INVITE sip:bob@%s SIP/2.0
        Via: SIP/2.0/UDP host:5060;branch=z9hG4bKb%d
        Max-Forwards: 70
        From: <sip:%s@%s>;tag=f%d
        To: <sip:bob@%s>
        Call-ID: c%d
        CSeq: 1 INVITE
        Contact: <sip:%s@%s:5062>
        Content-Length: 0

        """.formatted(server, number, user, server, number, server, number, user, contact).replace("\n", "\r\n");
    }
}

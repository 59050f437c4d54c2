package org.sipsleuth.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.BOB;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.transaction.Scene;
import org.sipsleuth.transaction.TransactionTable;

class HostRolesTest {

    @TempDir private Path folder;

    private static final String TRUNK = "198.51.100.10";

    private static Scene register(Scene scene, String host, String user, String more) {
        scene.callId("r-" + host + user + more.length()).user(user);
        scene.more("Contact: <sip:%s@%s>%s\r\n".formatted(user, host, more));
        scene.request(host, PROXY, "REGISTER", 1).response(PROXY, host, 200, "REGISTER", 1);
        return scene.more("");
    }

    private static void call(Scene scene, String from, String to, String user) {
        scene.callId("c-" + from + user).user(user).branch("a").request(from, PROXY, "INVITE", 1);
        scene.branch("p").request(PROXY, to, "INVITE", 1).response(to, PROXY, 200, "INVITE", 1);
    }

    private static Role role(HostRoles roles, String host) {
        return roles.role(roles.table().findHost(host));
    }

    @Test
    void hostThatRegistersFirstOwnsTheAccount() {
        Scene scene = register(new Scene(), ALICE, "100", "");
        register(scene, STRANGER, "100", "");
        TransactionTable table = scene.table();
        HostRoles roles = HostRoles.of(table);
        assertEquals(table.findHost(ALICE), roles.owner(table.findUser("100")));
        assertEquals(Role.PHONE, role(roles, ALICE));
        assertEquals(Role.REGISTRAR, role(roles, PROXY));
        assertTrue(roles.isKnown(table.findHost(ALICE)));
        assertTrue(roles.isStranger(table.findHost(STRANGER)));
        assertTrue(roles.registeredAtNanos(table.findUser("100"), table.findHost(STRANGER)) > 0);
    }

    /// Whatever it registers in the end, a host that enumerated before belongs to nobody.
    @Test
    void whoScannedBeforeItRegisteredIsNoPhone() {
        Scene scene = register(new Scene(), ALICE, "100", "");
        for (int i = 0; i < 9; i++) {
            scene.more("").callId("try" + i).branch("t" + i).user("20" + i);
            scene.request(STRANGER, PROXY, "REGISTER", 1).response(PROXY, STRANGER, 401, "REGISTER", 1);
        }
        TransactionTable table = register(scene, STRANGER, "207", "").table();
        HostRoles roles = HostRoles.of(table);
        assertTrue(roles.isStranger(table.findHost(STRANGER)));
        assertEquals(-1, roles.owner(table.findUser("207")));
    }

    /// A telephone system asks for all of its own lines before the first is accepted.
    @Test
    void whoRegistersWhatItAskedForIsAPhone() {
        Scene scene = new Scene();
        for (int i = 0; i < 8; i++) {
            scene.callId("try" + i).branch("t" + i).user("20" + i);
            scene.request(ALICE, PROXY, "REGISTER", 1).response(PROXY, ALICE, 401, "REGISTER", 1);
        }
        for (int i = 0; i < 8; i++) {
            register(scene, ALICE, "20" + i, "");
        }
        assertEquals(Role.PHONE, role(HostRoles.of(scene.table()), ALICE));
    }

    @Test
    void removalMakesNoOwner() {
        TransactionTable table = register(new Scene(), ALICE, "100", ";expires=0").table();
        assertEquals(-1, HostRoles.of(table).owner(table.findUser("100")));
    }

    @Test
    void hostThatPassesRequestsOnIsAProxy() {
        Scene scene = new Scene();
        call(scene, ALICE, BOB, "1");
        call(scene, ALICE, BOB, "2");
        HostRoles roles = HostRoles.of(scene.table());
        assertEquals(Role.PROXY, role(roles, PROXY));
        assertFalse(roles.isServer(roles.table().findHost(ALICE)));
        assertEquals(2, roles.received(roles.table().findHost(BOB)));
    }

    @Test
    void hostThatAnswersForManyUsersIsATrunk() {
        Scene scene = new Scene();
        for (int user = 0; user < 4; user++) {
            call(scene, ALICE, TRUNK, "+493000" + user);
            register(scene, BOB, "30" + user, "");
            call(scene, ALICE, BOB, "30" + user); // a NAT with four phones
        }
        HostRoles roles = HostRoles.of(scene.table());
        assertEquals(Role.TRUNK, role(roles, TRUNK));
        assertEquals(Role.PHONE, role(roles, BOB));
    }

    @Test
    void strangerThatAsksManyHostsIsAScanner() {
        Scene scene = new Scene();
        for (int host = 1; host <= 5; host++) {
            scene.callId("s" + host).request(STRANGER, "192.0.2." + host, "OPTIONS", 1);
        }
        assertEquals(Role.SCANNER, role(HostRoles.of(scene.table()), STRANGER));
    }

    @Test
    void callerWhoIsChallengedAndThenLetInIsNoScanner() {
        Scene scene = new Scene();
        for (int user = 0; user < 30; user++) {
            scene.callId("k" + user).user("00372" + user).branch("a");
            scene.request(STRANGER, PROXY, "INVITE", 1);
            scene.response(PROXY, STRANGER, 407, "INVITE", 1);
            scene.branch("b").more(Scene.credentials("100"));
            scene.request(STRANGER, PROXY, "INVITE", 2);
            scene.response(PROXY, STRANGER, user < 27 ? 200 : 486, "INVITE", 2).more("");
        }
        assertNotEquals(Role.SCANNER, role(HostRoles.of(scene.table()), STRANGER));
    }

    @Test
    void rolesAreEstimatedOnceForEachSetOfCorrections() throws IOException {
        TransactionTable table = new Scene().request(ALICE, PROXY, "OPTIONS", 1).table();
        HostRoles estimated = HostRoles.shared(table, RoleCorrections.NONE);
        assertSame(estimated, HostRoles.shared(table, RoleCorrections.NONE));
        RoleCorrections corrected = RoleFile.read(Files.writeString(folder.resolve("roles.csv"), PROXY + ",trunk"));
        assertNotSame(estimated, HostRoles.shared(table, corrected));
        assertEquals(Role.TRUNK, role(HostRoles.shared(table, corrected), PROXY));
    }
}

package org.sipsleuth.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.transaction.Scene;
import org.sipsleuth.transaction.TransactionTable;

class RoleFileTest {

    @TempDir private Path folder;

    private RoleCorrections read(String text) throws IOException {
        return RoleFile.read(Files.writeString(folder.resolve("roles.csv"), text));
    }

    @Test
    void readsRolesAllowanceAndReason() throws IOException {
        RoleCorrections read = read("""
                        address,role,allowed,reason
                        # ours
                        203.0.113.66,scanner,yes,"our audit, weekly"
                        192.0.2.0/24, phone

                        192.0.2.128/25,,yes
                        2001:DB8:0::1,trunk
                        """);
        assertEquals(Optional.of(new RoleCorrection(Optional.of(Role.SCANNER), true, "our audit, weekly")),
                read.of("203.0.113.66"));
        assertEquals(Optional.of(Role.PHONE), read.of("192.0.2.7").flatMap(RoleCorrection::role));
        assertTrue(read.of("192.0.2.130").orElseThrow().isAllowed());
        assertEquals(Optional.of(Role.TRUNK), read.of("2001:db8::1").flatMap(RoleCorrection::role));
        assertEquals(Optional.empty(), read.of("198.51.100.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "example.org,phone",
        "192.0.2.1,telephone",
        "192.0.2.1,phone,perhaps",
        "192.0.2.0/33,phone",
        "192.0.2.1,phone\n192.0.2.1,trunk"})
    void namesTheLineThatIsWrong(String text) {
        String message = String.valueOf(assertThrows(IOException.class, () -> read("#\n" + text)).getMessage());
        assertTrue(message.startsWith("line " + (text.contains("\n") ? 3 : 2) + ": "), message);
    }

    @Test
    void correctionsCountMoreThanEstimates() throws IOException {
        Scene scene = new Scene();
        for (int host = 1; host <= 5; host++) {
            scene.callId("s" + host).request(STRANGER, "192.0.2." + host, "OPTIONS", 1);
        }
        TransactionTable table = scene.request(ALICE, PROXY, "OPTIONS", 2).table();
        HostRoles roles = HostRoles.of(table, read(STRANGER + ",trunk,yes\n" + ALICE + ",proxy"));
        int stranger = table.findHost(STRANGER);
        assertEquals(Role.SCANNER, HostRoles.of(table).role(stranger));
        assertEquals(Role.TRUNK, roles.role(stranger));
        assertTrue(roles.isKnown(stranger) && roles.isAllowed(stranger));
        assertTrue(roles.isServer(table.findHost(ALICE)));
        assertFalse(roles.isAllowed(table.findHost(ALICE)));
    }
}

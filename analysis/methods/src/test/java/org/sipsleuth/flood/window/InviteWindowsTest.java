package org.sipsleuth.flood.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.BOB;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.InviteAttempts;
import org.sipsleuth.transaction.Scene;
import org.sipsleuth.transaction.TransactionTable;

class InviteWindowsTest {

    private static InviteWindows windows(Scene scene) {
        return InviteWindows.of(InviteAttempts.of(scene.table()), WindowSettings.PAPER);
    }

    private static void invite(Scene scene, int number, String from, String to) {
        scene.callId("c" + number).branch("b" + number).request(from, to, "INVITE", 1);
    }

    @Test
    void windowsOfTenBeginTwoInvitesApart() {
        Scene scene = new Scene();
        for (int i = 0; i < 15; i++) {
            invite(scene, i, i % 2 == 0 ? ALICE : BOB, PROXY);
        }
        InviteWindows windows = windows(scene);
        assertEquals(3, windows.size());
        assertEquals(4, windows.place(2));
        assertEquals(1, windows.groups());
        assertEquals(-1, windows.source(0));
    }

    @Test
    void eachServerHasItsOwnWindowsAndEachSourceWithTen() {
        Scene scene = new Scene();
        for (int i = 0; i < 60; i++) {
            String from = i % 4 == 0 ? ALICE : i % 4 == 1 ? STRANGER : "192.0.2." + (100 + i);
            invite(scene, i, from, i < 40 ? PROXY : BOB);
        }
        InviteWindows windows = windows(scene);
        assertEquals(2, windows.servers());
        assertEquals(4, windows.groups()); // both have ten at the proxy, five at Bob
        assertEquals(16, windows.endWindow(0));
        assertEquals(22, windows.endWindow(1));
        assertEquals(24, windows.size());
        assertEquals(ALICE, windows.attempts().table().host(windows.source(2)));
        for (int window = 0; window < windows.size(); window++) {
            int group = windows.group(window);
            for (int i = 0; i < 10; i++) {
                int attempt = windows.attempt(windows.place(window) + i);
                assertEquals(windows.server(group), windows.attempts().server(attempt));
                assertTrue(group < 2 || windows.source(group) == windows.attempts().source(attempt));
            }
        }
    }

    @Test
    void sourceThatSendsAllHasNoWindowsOfItsOwn() {
        Scene scene = new Scene();
        for (int i = 0; i < 30; i++) {
            invite(scene, i, STRANGER, PROXY);
        }
        assertEquals(1, windows(scene).groups());
    }

    /// Simulated captures share addresses and times: their INVITEs belong to no common window.
    @Test
    void eachFileHasItsOwnWindowsIfAskedFor() {
        Scene first = new Scene();
        Scene second = new Scene();
        for (int i = 0; i < 15; i++) {
            invite(first, i, ALICE, PROXY);
            invite(second, 100 + i, BOB, PROXY);
        }
        SipIndex index = Scene.together(List.of(first, second));
        InviteAttempts attempts = InviteAttempts.of(TransactionTable.of(index, RunMonitor.NONE));
        InviteWindows windows = InviteWindows.byFile(attempts, WindowSettings.PAPER);
        assertEquals(1, InviteWindows.of(attempts, WindowSettings.PAPER).servers());
        assertEquals(2, windows.servers());
        assertEquals(6, windows.size());
        for (int place = 0; place < windows.places(); place++) {
            int message = attempts.first(windows.attempt(place)).request();
            assertEquals(place < 15 ? 0 : 1, index.messages().file(message));
        }
    }

    @Test
    void oneMaliciousInviteMakesNoMaliciousWindow() {
        Scene scene = new Scene();
        for (int i = 0; i < 10; i++) {
            invite(scene, i, STRANGER, PROXY);
        }
        InviteWindows windows = windows(scene);
        assertFalse(windows.isMalicious(0, attempt -> attempt == 0));
        assertTrue(windows.isMalicious(0, attempt -> attempt < 2));
    }
}

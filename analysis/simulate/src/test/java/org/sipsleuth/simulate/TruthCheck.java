package org.sipsleuth.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.TruthFile;

/// Checks a truth file against a reading of its capture: every frame that it lists exists and is
/// what it says, nothing is missing, and all totals match. Whoever writes a scenario calls
/// [#holds(Path)] for it.
///
/// Messages that were broken on purpose may read otherwise: of those only the frame is checked.
public final class TruthCheck {

    private static final String MUTATION = "mutation";

    private record Place(int frame, int place) {}

    private final Map<String, Object> truth;
    private final TruthFile read;
    private final SipIndex index;
    private final MessageTable messages;
    private final DialogTable dialogs;
    private final boolean isOnto;
    private final Map<Place, Integer> places = new HashMap<>();
    private final Set<Integer> broken = new HashSet<>();

    private TruthCheck(Path capture, Path truthFile) throws IOException {
        truth = JsonTree.read(truthFile);
        read = TruthFile.read(truthFile, RunMonitor.NONE);
        index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        messages = index.messages();
        dialogs = index.dialogs();
        isOnto = truth.containsKey("baseline");
        int place = 0;
        for (int i = 0; i < messages.size(); i++) {
            boolean same = i > 0 && messages.frame(i) == messages.frame(i - 1);
            place = same ? place + 1 : 0;
            places.put(new Place(messages.frame(i), place), i);
        }
        for (Map<String, Object> row : JsonTree.rows(truth.get("messages"))) {
            if (row.get("class").equals(MUTATION) || row.containsKey("mutations")) {
                broken.add((int) JsonTree.number(row.get("frame")));
            }
        }
    }

    /// Fails unless the truth beside a capture holds.
    public static void holds(Path capture) throws IOException {
        Path truthFile = TruthFile.beside(capture);
        TruthCheck check = new TruthCheck(capture, truthFile);
        check.captureIsTheOne(capture);
        check.dialogsAreThere();
        check.messagesAreWhatIsSaid();
        check.attacksAddUp();
        check.soundMessagesHaveNoDefect();
    }

    private void captureIsTheOne(Path capture) throws IOException {
        Map<String, Object> facts = JsonTree.object(truth.get("capture"));
        assertEquals(OpenedFile.of(capture).sha256(RunMonitor.NONE), facts.get("sha256"));
        assertEquals(Files.size(capture), JsonTree.number(facts.get("bytes")));
        assertEquals(index.files().getFirst().frames(), JsonTree.number(facts.get("frames")));
        long listed = JsonTree.number(facts.get("messages"));
        if (!isOnto) {
            long unread = listed - messages.size();
            assertTrue(Math.abs(unread) <= broken.size(),
                    () -> listed + " messages are listed, " + messages.size() + " were read");
        }
        assertEquals(JsonTree.rows(truth.get("dialogs")).size(), JsonTree.number(facts.get("dialogs")), "dialogs");
    }

    private void dialogsAreThere() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < dialogs.size(); i++) {
            numbers.put(dialogs.callId(i), i);
        }
        Set<String> named = new HashSet<>();
        for (Map<String, Object> row : JsonTree.rows(truth.get("dialogs"))) {
            String callId = (String) row.get("call_id");
            assertTrue(named.add(callId), () -> "listed twice: " + callId);
            Integer number = numbers.get(callId);
            if (number == null) {
                assertTrue(!broken.isEmpty(), () -> "not in the capture: " + callId);
            }
            TruthLabel label = read.ofDialog(callId).orElseThrow();
            assertEquals(row.get("class"), label.trafficClass().text());
            assertEquals(attackOf(row), label.attack().map(a -> a.id()).orElse(""));
            assertEquals(row.getOrDefault("note", ""), label.note());
        }
        for (int i = 0; i < dialogs.size() && !isOnto; i++) {
            String callId = dialogs.callId(i);
            if (!named.contains(callId)) {
                for (int message : index.messagesOf(i)) {
                    assertTrue(broken.contains(messages.frame(message)), () -> "not in the truth: " + callId);
                }
            }
        }
    }

    private static String attackOf(Map<String, Object> row) {
        assertTrue(row.containsKey("attack"), row::toString);
        return (String) row.get("attack");
    }

    private void messagesAreWhatIsSaid() {
        Map<String, String> attackClasses = new HashMap<>();
        for (Map<String, Object> attack : JsonTree.rows(truth.get("attacks"))) {
            attackClasses.put((String) attack.get("id"), (String) attack.get("class"));
        }
        long last = 0;
        for (Map<String, Object> row : JsonTree.rows(truth.get("messages"))) {
            int frame = (int) JsonTree.number(row.get("frame"));
            int place = row.containsKey("place") ? (int) JsonTree.number(row.get("place")) : 0;
            assertTrue(frame >= last, "frames in order");
            last = frame;
            assertTrue(frame <= index.files().getFirst().frames(), () -> "no frame " + frame);
            assertEquals(attackClasses.get(attackOf(row)), row.get("class"), row::toString);
            TruthLabel label = read.ofMessage(frame, place).orElseThrow();
            assertEquals(row.get("class"), label.trafficClass().text());
            Integer message = places.get(new Place(frame, place));
            if (broken.contains(frame)) {
                mutationsFit(row, message);
                continue;
            }
            assertNotNull(message, () -> "no message at frame " + frame + ", place " + place);
        }
    }

    private void mutationsFit(Map<String, Object> row, Integer message) {
        if (message == null || !row.containsKey("mutations")) {
            return;
        }
        for (Map<String, Object> bytes : JsonTree.rows(row.get("mutations"))) {
            long from = JsonTree.number(bytes.get("from"));
            long to = JsonTree.number(bytes.get("to"));
            assertTrue(from <= to, row::toString);
            assertTrue(to <= messages.lengthBytes(message), row::toString);
        }
    }

    private void attacksAddUp() {
        Map<String, Set<Long>> frames = new HashMap<>();
        Map<String, List<Integer>> rows = new HashMap<>();
        for (Map<String, Object> row : JsonTree.rows(truth.get("messages"))) {
            long frame = JsonTree.number(row.get("frame"));
            int place = row.containsKey("place") ? (int) JsonTree.number(row.get("place")) : 0;
            frames.computeIfAbsent(attackOf(row), _ -> new TreeSet<>()).add(frame);
            Integer message = places.get(new Place((int) frame, place));
            if (message != null) {
                rows.computeIfAbsent(attackOf(row), _ -> new ArrayList<>()).add(message);
            }
        }
        Map<String, Set<String>> callIds = new HashMap<>();
        for (Map<String, Object> row : JsonTree.rows(truth.get("dialogs"))) {
            callIds.computeIfAbsent(attackOf(row), _ -> new TreeSet<>()).add((String) row.get("call_id"));
        }
        for (Map<String, Object> attack : JsonTree.rows(truth.get("attacks"))) {
            String id = (String) attack.get("id");
            assertEquals(List.copyOf(frames.getOrDefault(id, Set.of())), JsonTree.numbers(attack.get("frames")),
                    () -> "frames of " + id);
            Set<String> its = new TreeSet<>(JsonTree.texts(attack.get("call_ids")));
            assertTrue(its.containsAll(callIds.getOrDefault(id, Set.of())), "Call-IDs of " + id);
            boolean isSound =
                    frames.getOrDefault(id, Set.of()).stream().noneMatch(frame -> broken.contains(frame.intValue()));
            if (isSound) {
                attackIsSeen(attack, rows.getOrDefault(id, List.of()), its);
                partiesAreSeen(attack, rows.getOrDefault(id, List.of()), callIds.get(id));
            }
        }
    }

    private void attackIsSeen(Map<String, Object> attack, List<Integer> its, Set<String> callIds) {
        assertEquals(its.size(), JsonTree.number(attack.get("messages")), "messages");
        if (its.isEmpty()) {
            return;
        }
        Set<String> sources = new TreeSet<>();
        Set<String> targets = new TreeSet<>();
        for (int message : its) {
            sources.add(host(messages.source(message)));
            targets.add(host(messages.destination(message)));
            assertTrue(callIds.contains(dialogs.callId(messages.dialog(message))), "its Call-ID");
        }
        assertEquals(sources, new TreeSet<>(JsonTree.texts(attack.get("sources"))), "sources");
        assertEquals(targets, new TreeSet<>(JsonTree.texts(attack.get("targets"))), "targets");
        assertEquals(messages.capturedAtNanos(its.getFirst()), nanos(attack.get("from")));
        assertEquals(messages.capturedAtNanos(its.getLast()), nanos(attack.get("to")));
    }

    /// Over TCP, a server may be seen to send a request on before it is seen to receive it.
    private void partiesAreSeen(Map<String, Object> attack, List<Integer> its, Set<String> own) {
        boolean isOddity = attack.get("kind").equals("");
        if (own == null || isOddity || attack.get("class").equals(MUTATION) || isOverTcp()) {
            return; // of mutations only the changed messages are listed
        }
        Set<String> begun = new HashSet<>();
        Set<String> actors = new TreeSet<>();
        Set<String> victims = new TreeSet<>();
        boolean forged = attack.get("forged").equals(true);
        long last = 0;
        for (int message : its) {
            boolean isFirst = messages.isRequest(message) && begun.add(dialogs.callId(messages.dialog(message)));
            String source = host(messages.source(message));
            if (isFirst && !forged) {
                actors.add(source);
            }
            if (isFirst || (messages.isRequest(message) && actors.contains(source))) {
                victims.add(host(messages.destination(message)));
                last = messages.capturedAtNanos(message);
            }
        }
        if (forged) {
            assertEquals("", attack.get("actors"), "null reads as empty text");
        } else {
            boolean areCarried = attack.containsKey("carriers"); // actors are the callers behind these hosts
            Set<String> named = new TreeSet<>(JsonTree.texts(attack.get(areCarried ? "carriers" : "actors")));
            if (attack.get("class").equals("hijack")) { // not the phones that a REFER makes call
                assertTrue(actors.containsAll(named), "actors");
                assertEquals(actors.isEmpty(), named.isEmpty(), "actors");
                return;
            }
            assertEquals(actors, named, "actors");
        }
        assertEquals(victims, new TreeSet<>(JsonTree.texts(attack.get("victims"))), "victims");
        if (!its.isEmpty()) {
            assertEquals(last, nanos(attack.get("request_to")), "request_to");
            assertFalse(attack.get("outcome").equals(""), "outcome");
        }
    }

    private boolean isOverTcp() {
        return "tcp".equals(JsonTree.object(truth.get("settings")).get("transport"));
    }

    private String host(int endpoint) {
        return messages.endpoint(endpoint).host();
    }

    private static long nanos(Object seconds) {
        return ((java.math.BigDecimal) seconds).movePointRight(9).longValueExact();
    }

    private void soundMessagesHaveNoDefect() {
        for (int i = 0; i < messages.size() && !isOnto; i++) {
            if (messages.isDefective(i) && !broken.contains(messages.frame(i))) {
                int frame = messages.frame(i);
                throw new AssertionError("frame " + frame + " is defective: " + index.message(i).defects());
            }
        }
    }
}

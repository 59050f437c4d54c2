package org.sipsleuth.samples.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.samples.truth.RecordedTruth.Attack;
import org.sipsleuth.samples.truth.RecordedTruth.Dialog;
import org.sipsleuth.samples.truth.RecordedTruth.Message;
import org.sipsleuth.samples.truth.RecordedTruth.Parties;

/// Every truth file against what SipSleuth reads in the capture beside it.
@ParameterizedClass
@MethodSource("recordings")
class RecordedTruthTest {
    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final int NANO_DIGITS = 9;

    private final SampleCapture sample;
    private final RecordedTruth truth;
    private final SipIndex index;
    private final Map<Integer, Integer> messageOfFrame = new TreeMap<>();

    RecordedTruthTest(SampleCapture sample) throws IOException {
        this.sample = sample;
        truth = RecordedTruth.read(FOLDER.resolve(sample.truthFile()));
        index = CaptureIndexer.read(List.of(FOLDER.resolve(sample.file())), RunMonitor.NONE);
        for (int message = 0; message < index.messages().size(); message++) {
            messageOfFrame.put(index.messages().frame(message), message);
        }
    }

    static List<SampleCapture> recordings() {
        return SampleCaptures.list().stream().filter(SampleCaptures::hasTruth).toList();
    }

    @Test
    void everyDialogIsListedOnceAndNoOther() {
        Set<String> left = new LinkedHashSet<>();
        for (Dialog dialog : truth.dialogs()) {
            assertTrue(left.add(dialog.callId()), dialog.callId());
        }
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            String callId = index.dialogs().callId(dialog);
            assertTrue(callId.isEmpty() || left.remove(callId), callId);
        }
        assertTrue(mutated().containsAll(left), () -> "not in the capture: " + left);
    }

    @Test
    void everyListedMessageIsInADialogOfItsAttack() {
        Map<String, Dialog> dialogs = truth.dialogs().stream().collect(Collectors.toMap(Dialog::callId, d -> d));
        for (Message message : truth.messages()) {
            String callId = callId(message.frame());
            if (!callId.isEmpty()) {
                Dialog dialog = dialogs.get(callId);
                assertTrue(dialog != null, () -> "no dialog for frame " + message.frame());
                assertEquals(message.attack(), dialog.attack().orElseThrow());
                assertEquals(message.trafficClass(), dialog.trafficClass());
            }
        }
    }

    @Test
    void noMessageOfAnAttackIsLeftOut() {
        Set<Integer> listed = truth.messages().stream().map(Message::frame).collect(Collectors.toSet());
        Set<String> normal = truth.dialogs()
                .stream()
                .filter(dialog -> dialog.attack().isEmpty())
                .map(Dialog::callId)
                .collect(Collectors.toSet());
        for (int frame : messageOfFrame.keySet()) {
            assertEquals(!listed.contains(frame), normal.contains(callId(frame)), "frame " + frame);
        }
    }

    @Test
    void onlyMutationsMakeMessagesThatAreNone() {
        for (Message message : truth.messages()) {
            if (!messageOfFrame.containsKey(message.frame())) {
                assertEquals("mutation", message.trafficClass(), "frame " + message.frame());
            }
        }
    }

    @Test
    void attacksAddUpToTheListedMessages() {
        List<Message> fromAttacks = new ArrayList<>();
        for (Attack attack : truth.attacks()) {
            for (int frame : attack.frames()) {
                fromAttacks.add(new Message(frame, attack.trafficClass(), attack.id()));
            }
            Set<String> left = new LinkedHashSet<>(attack.callIds());
            for (int frame : attack.frames()) {
                assertTrue(callId(frame).isEmpty() || attack.callIds().contains(callId(frame)), "frame " + frame);
                left.remove(callId(frame));
            }
            assertTrue(mutated().containsAll(left), () -> "not in the capture: " + left);
        }
        assertEquals(Set.copyOf(truth.messages()), Set.copyOf(fromAttacks));
        assertEquals(truth.messages().size(), fromAttacks.size());
    }

    @Test
    void attacksLastFromTheirFirstMessageToTheirLast() {
        for (Attack attack : truth.attacks()) {
            List<Integer> known = attack.frames().stream().filter(messageOfFrame::containsKey).toList();
            assertTrue(attack.from().compareTo(time(known.getFirst())) <= 0, attack.id());
            assertTrue(attack.to().compareTo(time(known.getLast())) >= 0, attack.id());
            if (!attack.trafficClass().equals("mutation")) {
                assertEquals(0, attack.from().compareTo(time(known.getFirst())), attack.id());
                assertEquals(0, attack.to().compareTo(time(known.getLast())), attack.id());
            }
        }
    }

    @Test
    void requestsOfAnAttackComeFromItsSourcesAndGoToItsTargets() {
        MessageTable messages = index.messages();
        for (Attack attack : truth.attacks()) {
            Set<String> sources = new LinkedHashSet<>();
            Set<String> targets = new LinkedHashSet<>();
            for (int frame : attack.frames()) {
                Integer message = messageOfFrame.get(frame);
                if (message != null && attack.sources().contains(source(message))) {
                    sources.add(source(message));
                    if (messages.isRequest(message)) {
                        targets.add(target(message));
                    }
                }
            }
            assertEquals(sources, Set.copyOf(attack.sources()), attack.id());
            assertTrue(targets.containsAll(attack.targets()), attack.id());
        }
    }

    @Test
    void actorsSentTheFirstRequestsAndVictimsReceivedThem() {
        MessageTable messages = index.messages();
        for (Attack attack : truth.attacks()) {
            Set<String> begun = new LinkedHashSet<>();
            Set<String> actors = new TreeSet<>();
            Set<String> victims = new TreeSet<>();
            BigDecimal last = BigDecimal.ZERO;
            for (int frame : attack.frames()) {
                Integer message = messageOfFrame.get(frame);
                if (message == null || !messages.isRequest(message)) {
                    continue;
                }
                boolean isFirst = begun.add(callId(frame));
                if (isFirst && !attack.parties().forged()) {
                    actors.add(source(message));
                }
                if (isFirst || actors.contains(source(message))) {
                    victims.add(target(message));
                    last = time(frame);
                }
            }
            Parties parties = attack.parties();
            assertEquals(actors, new TreeSet<>(parties.actors().orElse(List.of())), attack.id());
            assertEquals(parties.forged(), parties.actors().isEmpty(), attack.id());
            assertEquals(victims, new TreeSet<>(parties.victims()), attack.id());
            if (!attack.trafficClass().equals("mutation")) {
                assertEquals(0, attack.from().compareTo(parties.requestFrom()), attack.id());
                assertEquals(0, last.compareTo(parties.requestTo()), attack.id());
            }
        }
    }

    /// What the README and the stories of the recordings say.
    @Test
    void outcomesAreThoseOfTheStories() {
        String expected = switch (sample.file()) {
            case "cracking-failed.pcap" -> "password_guessing attempted [1005], password_guessing attempted [1003]";
            case "cracking-found.pcap" -> "password_guessing succeeded [1007]";
            case "enumeration.pcap" -> "extension_enumeration partial 12, extension_enumeration partial 12,"
                    + " extension_enumeration partial 12";
            case "flood-spoofed.pcap" -> "invite_flood succeeded []";
            case "flood.pcap" -> "invite_flood attempted [], register_flood attempted [], options_flood attempted []";
            case "incident.pcap" -> "host_scan partial [], extension_enumeration partial 12,"
                    + " password_guessing succeeded [1007], toll_fraud succeeded [1007]";
            case "office-hour.pcap" -> "";
            case "scan.pcap" -> "host_scan partial [], host_scan partial []";
            case "torture.pcap" -> "malformed_messages partial [], malformed_messages attempted []";
            default -> "another recording";
        };
        if (!expected.equals("another recording")) {
            assertEquals(expected,
                    truth.attacks()
                            .stream()
                            .map(Attack::parties)
                            .map(RecordedTruthTest::shortened)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String shortened(Parties parties) {
        Object accounts = parties.accounts().size() > 3 ? parties.accounts().size() : parties.accounts();
        return parties.kind() + " " + parties.outcome() + " " + accounts;
    }

    @Test
    void theOfficeIsThere() {
        assertEquals("recorded", truth.scenario());
        for (int number = 1001; number <= 1008; number++) {
            assertTrue(truth.users().containsKey("sip:" + number + "@example.org"));
        }
        long normalCalls = truth.dialogs()
                .stream()
                .filter(dialog -> dialog.attack().isEmpty())
                .filter(dialog -> index.dialogs().isCall(find(dialog)))
                .count();
        assertTrue(normalCalls >= 5, () -> sample.file() + " has " + normalCalls + " calls");
    }

    @Test
    void thePageListsEveryAttack() throws IOException {
        List<String> page = Files.readAllLines(FOLDER.resolve("ATTACKS.md"));
        for (Attack attack : truth.attacks()) {
            String row = "| `%s` | %s | %s |".formatted(sample.file(), attack.id(), attack.trafficClass());
            String numbers = "| %d / %d |".formatted(attack.frames().size(), attack.callIds().size());
            assertTrue(page.stream().anyMatch(l -> l.startsWith(row) && l.endsWith(numbers)), row);
        }
        assertFalse(page.isEmpty());
    }

    /// The Call-IDs that may stand in what is no message any more.
    private Set<String> mutated() {
        return truth.dialogs()
                .stream()
                .filter(dialog -> dialog.trafficClass().equals("mutation"))
                .map(Dialog::callId)
                .collect(Collectors.toSet());
    }

    private int find(Dialog dialog) {
        return index.dialogs().find(dialog.callId());
    }

    /// The Call-ID that SipSleuth reads in a frame; empty if there is none.
    private String callId(int frame) {
        Integer message = messageOfFrame.get(frame);
        return message == null ? "" : index.dialogs().callId(index.messages().dialog(message));
    }

    private BigDecimal time(int frame) {
        long nanos = index.messages().capturedAtNanos(messageOfFrame.get(frame));
        return BigDecimal.valueOf(nanos, NANO_DIGITS);
    }

    private String source(int message) {
        return index.messages().endpoint(index.messages().source(message)).host();
    }

    private String target(int message) {
        return index.messages().endpoint(index.messages().destination(message)).host();
    }
}

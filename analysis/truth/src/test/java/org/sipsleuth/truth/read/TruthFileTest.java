package org.sipsleuth.truth.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.BaselineFacts;
import org.sipsleuth.truth.CaptureFacts;
import org.sipsleuth.truth.GroundTruthEntry;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.MessageFacts;
import org.sipsleuth.truth.MisuseDays;
import org.sipsleuth.truth.MutatedBytes;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.TruthHead;
import org.sipsleuth.truth.UserChange;
import org.sipsleuth.truth.UserFacts;
import org.sipsleuth.truth.write.Played;
import org.sipsleuth.truth.write.TruthWriter;

class TruthFileTest {

    private static final CaptureFacts FACTS = new CaptureFacts("ab12", 1000, 50, 7, 4);
    private static final List<Setting> KNOWN = List.of(Setting.whole("calls", 5, "", 0, 10, "how many"),
            Setting.real("rate", 0.5, "", 0, 1, "how fast"), Setting.text("names", "a \"b\"", "which"));

    @TempDir private Path folder;

    private static GroundTruthEntry labelled(Label label, String callId, MutatedBytes... mutations) {
        return new GroundTruthEntry(label, callId, "10.0.0.1", "10.0.0.2", MessageFacts.REQUEST, List.of(mutations));
    }

    private static UserFacts bob(Attack attack) {
        LocalDate day = LocalDate.of(2026, 3, 2);
        return UserFacts.of(TrafficClass.NORMAL)
                .in("D3", "active caller")
                .joining(day)
                .changing(new UserChange(day.plusDays(5), "department", "D4", "active caller"))
                .misusedBy(attack, new MisuseDays(day.plusDays(7), day.plusDays(9), day.plusDays(12)));
    }

    /// A small truth with everything in it.
    static Path write(Path file) throws IOException, SettingException {
        try (OutputStream out = Files.newOutputStream(file);
                TruthWriter truth = new TruthWriter(Objects.requireNonNull(file.getParent()))) {
            Attack scan =
                    truth.attack(AttackPlan.of(TrafficClass.SCAN, AttackKind.HOST_SCAN, "somebody\nlooks around"));
            Attack fuzzing = truth.attack(AttackPlan.oddity(TrafficClass.MUTATION, "broken"));
            truth.attack(AttackPlan.of(TrafficClass.SPIT, AttackKind.SPIT, "does not happen"));
            truth.user("sip:alice@example.com", TrafficClass.NORMAL);
            truth.user("sip:mallory@example.com", TrafficClass.SPIT);
            truth.user("sip:bob@example.com", bob(scan));
            Label call = Label.normal("train");
            truth.message(3, 1_000_000_001L, labelled(call, "call"));
            truth.message(4, 1_000_000_002L, labelled(Label.of(scan), "sc\"an"));
            Label broken = Label.of(fuzzing);
            truth.message(9, 2_000_000_000L, labelled(broken.harmless(), "broken"));
            MutatedBytes twice = new MutatedBytes(3, 9, "doubled");
            MutatedBytes byRule = new MutatedBytes(11, 11, "left out", "leave-out");
            truth.message(10, 2_000_000_001L, labelled(broken, "broken", twice, byRule));
            truth.message(12, 3_000_000_000L, labelled(call, "call"));
            truth.message(12, 3_000_000_000L, labelled(call.reachedBy(scan), "call"));
            truth.message(12, 3_000_000_000L, labelled(Label.of(scan), "third"));
            truth.finish(out, new Played("few", OptionalLong.of(42), KNOWN, Settings.of(KNOWN, Map.of("calls", "7"))),
                    FACTS, Optional.of(new BaselineFacts("real.pcap", "cd34", 43)));
        }
        return file;
    }

    private TruthFile read() throws IOException, SettingException {
        return TruthFile.read(write(folder.resolve("a.truth.json")), RunMonitor.NONE);
    }

    @Test
    void writtenEntriesAreRead() throws IOException, SettingException {
        TruthFile truth = read();
        TruthHead head = truth.head();
        assertEquals("few", head.scenario());
        assertEquals(42, head.seed());
        assertEquals(Map.of("calls", "7", "rate", "0.5", "names", "a \"b\""), head.settings());
        assertEquals(FACTS, head.capture());
        assertEquals("real.pcap", head.baseline().orElseThrow().file());
        assertEquals(head, TruthFile.head(folder.resolve("a.truth.json")));
        assertEquals(4, truth.dialogs());
        assertEquals(4, truth.messages());
        assertEquals("train", truth.ofDialog("call").orElseThrow().note());
        assertEquals(TrafficClass.NORMAL, truth.ofDialog("call").orElseThrow().trafficClass());
        assertEquals(TrafficClass.SCAN, truth.ofDialog("sc\"an").orElseThrow().trafficClass());
        assertEquals("A2", truth.ofDialog("broken").orElseThrow().attack().orElseThrow().id());
        assertEquals(Optional.empty(), truth.ofDialog("elsewhere"));
        assertEquals(TrafficClass.SPIT, truth.ofUser("sip:mallory@example.com").orElseThrow().trafficClass());
    }

    @Test
    void userIsReadWithDepartmentChangeAndMisuse() throws IOException, SettingException {
        TruthFile truth = read();
        UserFacts bob = truth.user("sip:bob@example.com").orElseThrow();
        assertEquals(bob(truth.attacks().getFirst().attack()), bob);
        assertEquals(TrafficClass.SCAN, bob.trafficClass());
        assertEquals("A1", truth.ofUser("sip:bob@example.com").orElseThrow().attack().get().id());
        assertEquals(UserFacts.of(TrafficClass.NORMAL), truth.user("sip:alice@example.com").orElseThrow());
        assertEquals(3, truth.users());
    }

    /// Files from before users had more than a class.
    @Test
    void userOfWhomOnlyTheClassIsKnownIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("old.json"),
                HEAD + ",\"users\":[{\"user\":\"sip:a@b\",\"class\":\"spit\"}]}");
        TruthFile truth = TruthFile.read(file, RunMonitor.NONE);
        assertEquals(UserFacts.of(TrafficClass.SPIT), truth.user("sip:a@b").orElseThrow());
    }

    @Test
    void messagesAreKnownByFrameAndPlace() throws IOException, SettingException {
        TruthFile truth = read();
        assertEquals(Optional.empty(), truth.ofMessage(3, 0));
        assertEquals(TrafficClass.SCAN, truth.ofMessage(4, 0).orElseThrow().trafficClass());
        assertEquals(Optional.empty(), truth.ofMessage(4, 1));
        assertEquals(Optional.empty(), truth.ofMessage(9, 0));
        assertEquals(Optional.empty(), truth.ofMessage(12, 0));
        assertEquals("A1", truth.ofMessage(12, 1).orElseThrow().attack().orElseThrow().id());
        assertTrue(truth.ofMessage(12, 2).isPresent());
        assertEquals(List.of(new MutatedBytes(3, 9, "doubled"), new MutatedBytes(11, 11, "left out", "leave-out")),
                truth.mutations(10, 0));
        assertEquals(List.of(), truth.mutations(4, 0));
    }

    @Test
    void anAttackIsSummedUpWithTheDialogsItReachedInto() throws IOException, SettingException {
        AttackFacts scan = read().attacks().getFirst();
        assertEquals("somebody\nlooks around", scan.attack().story());
        assertEquals(1_000_000_002L, scan.fromNanos());
        assertEquals(3_000_000_000L, scan.toNanos());
        assertEquals(3, scan.messages());
        String text = Files.readString(folder.resolve("a.truth.json"));
        assertTrue(text.contains(
                "\"from\":1.000000002,\"to\":3.000000000,\"request_from\":1.000000002,\"request_to\":3.000000000,"
                        + "\"messages\":3,\"actors\":[\"10.0.0.1\"],\"victims\":[\"10.0.0.2\"],\"accounts\":[],"
                        + "\"sources\":[\"10.0.0.1\"],\"targets\":[\"10.0.0.2\"],"
                        + "\"call_ids\":[\"sc\\\"an\",\"call\",\"third\"],\"frames\":[4,12]}"),
                text);
        assertTrue(text.contains("\"from\":null,\"to\":null,\"request_from\":null,\"request_to\":null,\"messages\":0"),
                text);
    }

    private static GroundTruthEntry entry(Label label, String callId, String path, String text) {
        String[] hosts = path.split(" ");
        String[] what = text.split(" ");
        boolean isRequest = !Character.isDigit(what[1].charAt(0));
        String user = what[isRequest ? 1 : 2];
        int status = isRequest ? 0 : Integer.parseInt(what[1]);
        MessageFacts facts =
                new MessageFacts(isRequest, isRequest && hosts[0].matches("proxy"), what[0], status, user, user);
        return new GroundTruthEntry(label, callId, hosts[0], hosts[1], facts, List.of());
    }

    /// The attacks of a file that a test writes.
    private List<AttackFacts> written(Consumer<TruthWriter> messages) throws IOException {
        Path file = folder.resolve("b.truth.json");
        try (OutputStream out = Files.newOutputStream(file); TruthWriter truth = new TruthWriter(folder)) {
            messages.accept(truth);
            List<AttackFacts> summed = truth.attackFacts();
            truth.finish(out, new Played("few", OptionalLong.empty(), List.of(), Settings.of(List.of(), Map.of())),
                    FACTS, Optional.empty());
            out.flush();
            assertEquals(summed, TruthFile.read(file, RunMonitor.NONE).attacks());
            return summed;
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void actorsAreTheSendersOfTheFirstRequests() throws IOException {
        AttackFacts spit = written(truth -> {
            Attack attack = truth.attack(AttackPlan.of(TrafficClass.SPIT, AttackKind.SPIT, "calls"));
            Label call = Label.of(attack);
            // over TCP, a forwarded request may be captured first
            truth.message(2, 5, entry(call, "a", "proxy phone", "INVITE bob"));
            truth.message(2, 10, entry(call, "a", "evil proxy", "INVITE bob"));
            truth.message(3, 30, entry(call, "a", "phone proxy", "INVITE 200 bob"));
            truth.message(4, 40, entry(call, "a", "proxy evil", "INVITE 200 bob"));
            truth.message(5, 50, entry(call, "a", "evil proxy", "ACK bob"));
            truth.message(6, 60, entry(call, "a", "phone proxy", "BYE bob"));
        }).getFirst();
        assertEquals(List.of("evil"), spit.actors());
        assertEquals(List.of("proxy"), spit.victims());
        assertEquals(Optional.of(AttackOutcome.SUCCEEDED), spit.outcome());
        assertEquals(10, spit.requestFromNanos());
        assertEquals(50, spit.requestToNanos());
        assertEquals(60, spit.toNanos());
    }

    @Test
    void forgedAddressesAreNoActors() throws IOException {
        AttackFacts flood = written(truth -> {
            Attack attack = truth.attack(
                    AttackPlan.of(TrafficClass.INVITE_FLOOD, AttackKind.INVITE_FLOOD, "a flood").withForgedAddresses());
            for (int i = 1; i <= 3; i++) {
                Label call = Label.of(attack);
                String invite = "INVITE bob";
                truth.message(i, 10L * i, entry(call, "c" + i, "p" + i + " pbx", invite));
                truth.message(i, 10L * i, entry(call, "c" + i, "pbx phone", invite));
                truth.message(i, 10L * i, entry(call, "c" + i, "phone pbx", "BYE bob"));
            }
            truth.reached(attack, AttackOutcome.PARTIAL);
            truth.reached(attack, AttackOutcome.ATTEMPTED);
        }).getFirst();
        assertTrue(flood.attack().forged());
        assertEquals(List.of(), flood.actors());
        assertEquals(List.of("pbx"), flood.victims());
        assertEquals(30, flood.requestToNanos());
        assertEquals(Optional.of(AttackOutcome.PARTIAL), flood.outcome());
        String text = Files.readString(folder.resolve("b.truth.json"));
        assertTrue(text.contains("\"forged\":true"), text);
        assertTrue(text.contains("\"actors\":null"), text);
    }

    @ParameterizedTest
    @CsvSource({
        "HOST_SCAN, OPTIONS, '', ATTEMPTED, ''",
        "HOST_SCAN, OPTIONS, 404, PARTIAL, ''",
        "EXTENSION_ENUMERATION, REGISTER, 404 404, ATTEMPTED, ''",
        "EXTENSION_ENUMERATION, REGISTER, 401 401, ATTEMPTED, ''",
        "EXTENSION_ENUMERATION, REGISTER, 404 401 408, PARTIAL, u2",
        "EXTENSION_ENUMERATION, INVITE, 404 180, PARTIAL, u2",
        "PASSWORD_GUESSING, REGISTER, 401 401, ATTEMPTED, u1;u2",
        "PASSWORD_GUESSING, REGISTER, 401 200, SUCCEEDED, u1;u2",
        "TOLL_FRAUD, INVITE, 407 403, ATTEMPTED, u1;u2",
        "TOLL_FRAUD, REGISTER, 200, PARTIAL, u1",
        "TOLL_FRAUD, INVITE, 200, SUCCEEDED, u1",
        "SPIT, INVITE, 180, PARTIAL, ''",
        "SPIT, INVITE, 486, ATTEMPTED, ''",
        "FIREWALL_PINHOLE, INVITE, 486, ATTEMPTED, ''",
        "FIREWALL_PINHOLE, INVITE, 200, SUCCEEDED, ''",
        "INVITE_FLOOD, INVITE, 200, ATTEMPTED, ''",})
    void outcomeIsWhatTheAnswersShow(AttackKind kind, String method, String answers, AttackOutcome outcome,
            String accounts) throws IOException {
        AttackFacts facts = written(truth -> {
            Attack attack = truth.attack(AttackPlan.of(TrafficClass.SCAN, kind, "story"));
            int frame = 0;
            for (String status : answers.split(" ")) {
                String user = "u" + ++frame;
                Label label = Label.of(attack);
                truth.message(frame, frame, entry(label, user, "evil pbx", method + " " + user));
                if (!status.isEmpty()) {
                    String answer = method + " " + status + " " + user;
                    truth.message(frame, frame, entry(label, user, "pbx evil", answer));
                }
            }
        }).getFirst();
        assertEquals(Optional.of(outcome), facts.outcome());
        assertEquals(accounts, String.join(";", facts.accounts()));
    }

    /// A BYE that neither side of a call sent, and an answer that nobody asked for.
    @Test
    void whoReachesIntoTheDialogsOfOthersIsAnActor() throws IOException {
        List<AttackFacts> attacks = written(truth -> {
            Attack teardown = truth.attack(AttackPlan.of(TrafficClass.HIJACK, AttackKind.SESSION_TEARDOWN, "a BYE"));
            Attack rogue = truth.attack(AttackPlan.of(TrafficClass.HIJACK, AttackKind.ROGUE_CHALLENGE, "a 401"));
            Label call = Label.normal();
            truth.message(1, 10, entry(call, "a", "phone pbx", "INVITE bob"));
            truth.message(2, 20, entry(call.reachedBy(teardown), "a", "evil pbx", "BYE bob"));
            truth.message(3, 30, entry(call.reachedBy(rogue), "a", "liar phone", "INVITE 401 bob"));
            truth.reached(teardown, AttackOutcome.SUCCEEDED);
            truth.account(teardown, "bob");
        });
        assertEquals(List.of("evil"), attacks.getFirst().actors());
        assertEquals(List.of("pbx"), attacks.getFirst().victims());
        assertEquals(List.of("bob"), attacks.getFirst().accounts());
        assertEquals(Optional.of(AttackOutcome.SUCCEEDED), attacks.getFirst().outcome());
        assertEquals(List.of("liar"), attacks.getLast().actors());
        assertEquals(List.of("phone"), attacks.getLast().victims());
        assertEquals(30, attacks.getLast().requestFromNanos());
    }

    /// A phone that a REFER makes call is a victim, also where a proxy passed the REFER on.
    @Test
    void transferredPartyIsNoActor() throws IOException {
        AttackFacts hijack = written(truth -> {
            Attack attack = truth.attack(AttackPlan.of(TrafficClass.HIJACK, AttackKind.CALL_HIJACK, "REFER"));
            Label call = Label.normal();
            Label refer = call.reachedBy(attack);
            truth.message(1, 10, entry(call, "a", "other pbx", "INVITE bob"));
            truth.message(2, 20, entry(refer, "a", "evil proxy", "REFER bob"));
            truth.message(3, 30, entry(refer, "a", "proxy phone", "REFER bob"));
            Label next = Label.of(attack);
            truth.message(4, 40, entry(next, "b", "phone evil", "INVITE eve"));
        }).getFirst();
        assertEquals(List.of("evil"), hijack.actors());
        assertEquals(List.of("proxy", "phone"), hijack.victims());
    }

    @Test
    void filesOfTheFirstSchemaAreRead() throws IOException {
        Path file = Files.writeString(folder.resolve("old.json"),
                HEAD.replace("truth-2", "truth-1") + ",\"attacks\":[{\"id\":\"A1\",\"class\":\"dos\","
                        + "\"story\":\"s\",\"from\":1,\"to\":2,\"messages\":3}]}");
        AttackFacts facts = TruthFile.read(file, RunMonitor.NONE).attacks().getFirst();
        assertEquals(Optional.empty(), facts.attack().kind());
        assertEquals(Optional.empty(), facts.outcome());
        assertEquals(List.of(), facts.actors());
        assertEquals(0, facts.requestToNanos());
    }

    @Test
    void everyRowHasALineOfItsOwn() throws IOException, SettingException {
        List<String> lines = Files.readAllLines(write(folder.resolve("a.truth.json")));
        assertEquals("{\"schema\":\"sipsleuth-truth-2\",", lines.getFirst());
        assertTrue(lines.contains("{\"frame\":4,\"class\":\"scan\",\"attack\":\"A1\"},"));
        assertTrue(lines.contains("{\"call_id\":\"call\",\"class\":\"normal\",\"attack\":null,\"note\":\"train\"},"));
    }

    @Test
    void nothingStaysBesideIt() throws IOException, SettingException {
        write(folder.resolve("a.truth.json"));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x.pcap,x.truth.json,x.truth.json",
        "x.PCAPNG,x.PCAPNG.truth.json,x.truth.json",
        "x.pcap.gz,x.pcap.gz.truth.json,x.truth.json",
        "x.y.cap,x.y.cap.truth.json,x.y.truth.json",
        "x,x.truth.json,x.truth.json",
        ".pcap,.pcap.truth.json,.pcap.truth.json"})
    void theTruthLiesBesideTheCapture(String capture, String own, String former) throws IOException {
        Path file = folder.resolve(capture);
        assertEquals(folder.resolve(own), TruthFile.beside(file));
        Files.writeString(folder.resolve(former), "{}");
        assertEquals(folder.resolve(former), TruthFile.beside(file));
        Files.writeString(folder.resolve(own), "{}");
        assertEquals(folder.resolve(own), TruthFile.beside(file));
    }

    private void refused(String text, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), text);
        TruthFormatException refusal =
                assertThrows(TruthFormatException.class, () -> TruthFile.read(file, RunMonitor.NONE));
        assertTrue(String.valueOf(refusal.getMessage()).contains(reason), refusal::getMessage);
    }

    private static final String HEAD = "{\"schema\":\"sipsleuth-truth-2\",\"scenario\":\"s\",\"seed\":1,"
            + "\"capture\":{\"sha256\":\"a\",\"frames\":9}";

    @Test
    void whatIsNoTruthIsRefusedInWords() throws IOException {
        refused("", "an object");
        refused("[]", "an object");
        refused("hello", "not valid JSON: line 1");
        refused("{}", "unsupported schema, expected sipsleuth-truth-2");
        refused("{\"schema\":\"sipsleuth-truth-3\",\"dialogs\":[{}]}",
                "It was written by a newer SipSleuth (ground-truth schema 3; this program reads up to 2). Install");
        refused("{\"schema\":\"sipsleuth-truth-99999999999\"}", "unsupported schema");
        refused("{\"schema\":\"other\",\"dialogs\":[{}]}", "schema");
        refused("{\"schema\":\"sipsleuth-truth-2\"}", "the capture is not named");
        refused(HEAD, "not valid JSON");
        refused(HEAD + ",\"dialogs\":7}", "a list");
        refused(HEAD + ",\"dialogs\":[7]}", "an object");
        refused(HEAD + ",\"dialogs\":[{\"call_id\":7}]}", "text");
        refused(HEAD + ",\"dialogs\":[{\"class\":\"evil\\u001b\"}]}", "no such class: \"evil?\"");
        refused(HEAD + ",\"dialogs\":[{\"class\":\"scan\",\"attack\":\"A9\"}]}", "no such attack: \"A9\"");
        String attack = HEAD + ",\"attacks\":[{\"class\":\"dos\",";
        refused(attack + "\"kind\":\"prank\"}]}", "no such kind: \"prank\"");
        refused(attack + "\"outcome\":\"meh\"}]}", "no such outcome: \"meh\"");
        refused(attack + "\"forged\":\"no\"}]}", "expected true or false");
        refused(attack + "\"actors\":[1]}]}", "expected text");
        refused(HEAD + ",\"messages\":[{\"frame\":0}]}", "(got 0)");
        refused(HEAD + ",\"users\":[{\"joined\":\"in May\"}]}", "no date such as 2026-03-02");
        refused(HEAD + ",\"messages\":[{\"frame\":99999999999999999999}]}", "not valid JSON");
        refused(HEAD + ",\"messages\":[{\"frame\":1.5}]}", "whole number");
        String normal = ",\"class\":\"normal\"}";
        refused(HEAD + ",\"messages\":[{\"frame\":2" + normal + ",{\"frame\":1" + normal + "]}", "not in frame order");
        refused(HEAD + ",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}", "too long or nested too deeply");
        refused("{\"schema\":\"" + "y".repeat(300_000) + "\"}", "too long or nested too deeply");
    }

    @Test
    void whatItDoesNotKnowIsPassedOver() throws IOException {
        Path file = Files.writeString(folder.resolve("new.json"),
                HEAD + ",\"weather\":{\"rain\":[1,2]},\"dialogs\":[{\"call_id\":\"c\","
                        + "\"class\":\"dos\",\"colour\":[]}]}");
        TruthFile truth = TruthFile.read(file, RunMonitor.NONE);
        assertEquals(TrafficClass.DOS, truth.ofDialog("c").orElseThrow().trafficClass());
    }

    @Property(tries = 500)
    void damageIsRefusedOrRead(@ForAll @IntRange(max = 1_500) int at, @ForAll byte value, @ForAll boolean cut)
            throws IOException, SettingException {
        Path file = Files.createTempFile("truth", ".json");
        Files.delete(file);
        byte[] bytes = Files.readAllBytes(write(file));
        int place = Math.min(at, bytes.length - 1);
        bytes[place] = value;
        Files.write(file, cut ? Arrays.copyOf(bytes, place) : bytes);
        try {
            assertFalse(TruthFile.read(file, RunMonitor.NONE).head().capture().bytes() < 0);
        } catch (TruthFormatException refused) {
            assertFalse(String.valueOf(refused.getMessage()).isEmpty());
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 500)
    void anyBytesAreRefused(@ForAll byte[] bytes) throws IOException {
        Path file = Files.createTempFile("truth", ".json");
        Files.write(file, bytes);
        try {
            assertThrows(TruthFormatException.class, () -> TruthFile.read(file, RunMonitor.NONE));
        } finally {
            Files.delete(file);
        }
    }

    /// Two bytes of zero stand for text of four bytes a character, in an order that nobody uses.
    @Test
    void textOfAnOddOrderOfBytesIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("odd.json"), new byte[]{0, '{', 0, 0, 1, 2, 3});
        for (Executable reading : List.<Executable>of(() -> TruthFile.head(file),
                () -> TruthFile.read(file, RunMonitor.NONE))) {
            String reason = assertThrows(TruthFormatException.class, reading).getMessage();
            assertEquals("It is not a ground-truth file (not UTF-8).", reason);
        }
    }

    @Test
    void veryMuchTextIsRefused() throws IOException {
        StringBuilder text = new StringBuilder(HEAD).append(",\"attacks\":[");
        for (int i = 0; i < 400; i++) {
            String story = "%05d".formatted(i) + "z".repeat(50_000);
            text.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"A" + i + "\",\"class\":\"dos\",\"story\":\"" + story + "\"}");
        }
        refused(text.append("]}").toString(), "too large");
        assertTrue(text.toString().getBytes(StandardCharsets.UTF_8).length > 1 << 24);
    }
}

package org.sipsleuth.dialog.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.Talk.CALLEE;
import static org.sipsleuth.dialog.Talk.CALLER;
import static org.sipsleuth.dialog.Talk.PROXY;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;

class LadderTest {

    private static Talk call() {
        return new Talk().request(CALLER, PROXY, "INVITE", 1, "i", Talk.sdp("0"))
                .request(CALLER, PROXY, "INVITE", 1, "i", Talk.sdp("0"))
                .request(PROXY, CALLEE, "INVITE", 1, "j")
                .response(CALLEE, PROXY, 180, "INVITE", 1, "j");
    }

    private static Ladder ladder(SipIndex index, LadderPlan plan) {
        return Ladder.of(index, IntStream.range(0, index.messages().size()).toArray(), plan);
    }

    private static List<String> ids(Ladder ladder) {
        return ladder.lifelines().stream().map(Lifeline::id).toList();
    }

    private static List<String> names(Ladder ladder) {
        return ladder.lifelines().stream().map(Lifeline::name).toList();
    }

    @Test
    void lifelinesStandInTheOrderInWhichTheyFirstTakePart() throws IOException {
        Ladder ladder = ladder(call().read(), LadderPlan.PLAIN);
        assertEquals(List.of(CALLER, PROXY, CALLEE), ids(ladder));
        assertEquals(List.of(5060), ladder.lifelines().getFirst().ports());
        assertEquals(4, ladder.size());
        assertEquals(2, ladder.source(3));
        assertEquals(1, ladder.destination(3));
        assertEquals("INVITE (SDP sendrecv)", ladder.label(0));
        assertEquals("INVITE", ladder.label(2));
        assertEquals("180 Reason (INVITE)", ladder.label(3));
    }

    @Test
    void aReinviteIsToldFromAnInviteAndEachSessionHasItsDirection() throws IOException {
        String video = "m=video 4002 RTP/AVP 99\r\na=recvonly\r\n";
        Ladder ladder = ladder(new Talk().request(CALLER, CALLEE, "INVITE", 1, "i", Talk.sdp("0") + video)
                .response(CALLEE, CALLER, 200, "INVITE", 1, "i", ";tag=b", Talk.sdp("0"))
                .request(CALLER, CALLEE, "INVITE", 2, "j", ";tag=b", Talk.sdp("0") + "a=sendonly\r\n")
                .response(CALLEE, CALLER, 200, "INVITE", 2, "j", ";tag=b", Talk.sdp("0") + "a=recvonly\r\n")
                .request(CALLER, CALLEE, "INVITE", 3, "k", ";tag=b",
                        Talk.sdp("0").replace("IP4 192.0.2.1\r\nt", "IP4 0.0.0.0\r\nt"))
                .request(CALLER, CALLEE, "INVITE", 4, "l", ";tag=b", Talk.sdp("0").replace("audio 4000", "audio 0"))
                .request(CALLER, CALLEE, "INVITE", 5, "m", Talk.sdp("0") + "a=inactive\r\n")
                .read(), LadderPlan.PLAIN);
        assertEquals(List.of("INVITE (SDP sendrecv)", "200 Reason (INVITE) (SDP sendrecv)",
                "re-INVITE (SDP hold, sendonly)", "200 Reason (INVITE) (SDP recvonly)",
                "re-INVITE (SDP hold, no address)", "re-INVITE (SDP)", "INVITE (SDP inactive)"),
                IntStream.range(0, ladder.size()).mapToObj(ladder::label).toList());
        assertEquals(List.of("SDP", "SDP", "hold", "recvonly", "hold", "SDP", "inactive"),
                IntStream.range(0, ladder.size()).mapToObj(row -> ladder.words(row).sdp().brief()).toList());
        assertFalse(ladder.words(2).sdp().isUsual());
        assertTrue(ladder.words(0).sdp().isUsual());
    }

    @Test
    void retransmissionsCanBeLeftOut() throws IOException {
        LadderSettings settings = LadderSettings.PLAIN.withoutRetransmissions(true);
        Ladder ladder = ladder(call().read(), LadderPlan.PLAIN.with(settings));
        assertEquals(3, ladder.size());
        assertEquals(1, ladder.leftOut());
        assertEquals(-1, ladder.rowOf(1));
    }

    @Test
    void onlyMessagesWithASessionDescriptionCanBeShown() throws IOException {
        LadderSettings settings = LadderSettings.PLAIN.withOnlySdp(true);
        Ladder ladder = ladder(call().read(), LadderPlan.PLAIN.with(settings));
        assertEquals(2, ladder.size());
        assertEquals(List.of(CALLER, PROXY), ids(ladder));
    }

    @Test
    void lifelinesByPortAreApart() throws IOException {
        LadderSettings settings = LadderSettings.PLAIN.withLanes(LaneKey.ENDPOINT);
        Ladder ladder = ladder(call().read(), LadderPlan.PLAIN.with(settings));
        assertEquals(List.of(CALLER + ":5060", PROXY + ":5060", CALLEE + ":5060"), ids(ladder));
    }

    @Test
    void hostsOfTheSameNameShareALifeline() throws IOException {
        HostNames names = HostNames.NONE.withFile(Map.of(PROXY, "core", CALLEE, "core", CALLER, "edge"));
        LadderPlan plan = LadderPlan.PLAIN.with(names);
        assertEquals(List.of("edge", "core", "core"), names(ladder(call().read(), plan)));
        Ladder byName = ladder(call().read(), plan.with(LadderSettings.PLAIN.withLanes(LaneKey.NAME)));
        assertEquals(List.of("edge", "core"), ids(byName));
        assertEquals(byName.source(3), byName.destination(3));
        assertEquals(List.of(PROXY, CALLEE), byName.lifelines().get(1).hosts());
    }

    @Test
    void aTypedNameComesBeforeTheFilesAndThatBeforeTheCaptures() {
        HostNames captured = HostNames.NONE.withCaptured(Map.of(PROXY, "c", CALLEE, "c"));
        HostNames file = captured.withFile(Map.of(PROXY, "f"));
        assertEquals("f", file.of(PROXY).orElseThrow());
        assertEquals("c", file.of(CALLEE).orElseThrow());
        assertEquals("t", file.withTyped(Map.of(PROXY, "t")).of(PROXY).orElseThrow());
        assertTrue(file.of(CALLER).isEmpty());
    }

    @Test
    void anEndpointIsCalledAfterItsHost() throws IOException {
        LadderPlan plan = LadderPlan.PLAIN.with(HostNames.NONE.withFile(Map.of(PROXY, "core")))
                .with(LadderSettings.PLAIN.withLanes(LaneKey.ENDPOINT));
        assertEquals("core:5060", names(ladder(call().read(), plan)).get(1));
    }

    @Test
    void mergedLifelinesAreOneUntilTheyAreSplit() throws IOException {
        SipIndex index = call().read();
        Ladder apart = ladder(index, LadderPlan.PLAIN);
        Arrangement merged = Arrangement.NONE.merge(apart.lifelines().subList(1, 3));
        Ladder together = ladder(index, LadderPlan.PLAIN.with(merged));
        assertEquals(List.of(CALLER, PROXY + " + " + CALLEE), ids(together));
        assertTrue(together.lifelines().get(1).isMerged());
        Arrangement all = merged.merge(together.lifelines());
        assertEquals(1, ladder(index, LadderPlan.PLAIN.with(all)).lifelines().size());
        Arrangement split = merged.split(together.lifelines().get(1));
        assertEquals(ids(apart), ids(ladder(index, LadderPlan.PLAIN.with(split))));
    }

    @Test
    void aMergedLifelineIsWhereTheFirstOfThemWasMoved() throws IOException {
        SipIndex index = call().read();
        List<Lifeline> apart = ladder(index, LadderPlan.PLAIN).lifelines();
        Arrangement moved = Arrangement.NONE.move(apart, CALLEE, 0);
        Arrangement merged = moved.merge(List.of(apart.get(2), apart.get(1)));
        assertEquals(List.of(CALLEE + " + " + PROXY, CALLER), ids(ladder(index, LadderPlan.PLAIN.with(merged))));
    }

    @Test
    void aLifelineSplitHasOneForEachPort() throws IOException {
        SipIndex index = call().read();
        Lifeline proxy = ladder(index, LadderPlan.PLAIN).lifelines().get(1);
        LadderPlan plan = LadderPlan.PLAIN.with(Arrangement.NONE.split(proxy));
        assertEquals(List.of(CALLER, PROXY + ":5060", CALLEE), ids(ladder(index, plan)));
    }

    @Test
    void aHiddenLifelineTakesItsMessagesAlong() throws IOException {
        SipIndex index = call().read();
        Ladder ladder = ladder(index, LadderPlan.PLAIN.with(Arrangement.NONE.hide(CALLEE)));
        assertEquals(List.of(CALLER, PROXY), ids(ladder));
        assertEquals(2, ladder.size());
        assertEquals(2, ladder.leftOut());
        assertEquals(List.of(CALLEE), ladder.hidden());
        Arrangement shown = ladder.plan().arrangement().show(CALLEE);
        assertEquals(4, ladder(index, LadderPlan.PLAIN.with(shown)).size());
    }

    @Test
    void aLifelineCanBeMovedAndNewOnesComeBehind() throws IOException {
        SipIndex index = call().read();
        Ladder ladder = ladder(index, LadderPlan.PLAIN);
        Arrangement moved = Arrangement.NONE.move(ladder.lifelines(), CALLEE, 0);
        Ladder now = ladder(index, LadderPlan.PLAIN.with(moved));
        assertEquals(List.of(CALLEE, CALLER, PROXY), ids(now));
        assertEquals(1, now.source(0));
        assertEquals(0, now.source(3));
        Arrangement two = new Arrangement(Map.of(), Set.of(), Set.of(), List.of(PROXY));
        assertEquals(List.of(PROXY, CALLER, CALLEE), ids(ladder(index, LadderPlan.PLAIN.with(two))));
        assertEquals(moved, moved.move(now.lifelines(), "unknown", 0));
    }

    @Test
    void streamsStandWhereTheyBeginOnLifelinesOfTheirOwn() throws Exception {
        SipIndex index = call().read();
        long start = index.messages().capturedAtNanos(2);
        Endpoint relay = new Endpoint(InetAddress.ofLiteral("192.0.2.77"), 4000);
        Endpoint caller = index.messages().endpoint(index.messages().source(0));
        MediaArrow arrow = new MediaArrow(caller, relay, start + 1, start + 9, false, "PCMU", 1, new FrameNumber(0, 1));
        Ladder ladder = ladder(index, LadderPlan.PLAIN.with(List.of(arrow)));
        assertEquals(List.of(CALLER, PROXY, CALLEE, "192.0.2.77"), ids(ladder));
        assertEquals(List.of(new Ladder.PlacedMedia(arrow, 3, 0, 3)), ladder.media());
    }

    @Test
    void onOneHostEachPortHasALifeline() throws IOException {
        String phone = "127.0.0.1:5061";
        String server = "127.0.0.1:5060";
        SipIndex index = new Talk().request(phone, server, "INVITE", 1, "i", Talk.sdp("0"))
                .request(server, "127.0.0.1:5062", "INVITE", 1, "j")
                .response(server, phone, 486, "INVITE", 1, "i")
                .read();
        Ladder ladder = ladder(index, LadderPlan.PLAIN);
        assertEquals(List.of(phone, server, "127.0.0.1:5062"), ids(ladder));
        assertEquals(List.of(phone, server, "127.0.0.1:5062"), names(ladder));
        assertEquals(1, ladder.source(2));
        assertEquals(0, ladder.destination(2));
        LadderSettings byName = LadderSettings.PLAIN.withLanes(LaneKey.NAME);
        assertEquals(List.of("127.0.0.1"), ids(ladder(index, LadderPlan.PLAIN.with(byName))), "as it was asked for");
    }

    @Test
    void aLifelineStaysOneWhereItsHostAlsoSpeaksToOthers() throws IOException {
        SipIndex index = new Talk().request("192.0.2.5:5061", "192.0.2.5:5060", "INVITE", 1, "i")
                .request(PROXY, CALLEE, "INVITE", 1, "j")
                .read();
        assertEquals(List.of(PROXY, CALLEE), ids(ladder(index, LadderPlan.PLAIN)));
    }

    @Test
    void whoSpeaksToAHiddenLifelineOnlyHasNone() throws IOException {
        SipIndex index = call().read();
        Ladder ladder = ladder(index, LadderPlan.PLAIN.with(Arrangement.NONE.hide(PROXY)));
        assertEquals(List.of(), ids(ladder));
        assertEquals(List.of(PROXY), ladder.hidden());
    }

    @Test
    void domainsComeFromTheUrisOfWhoSends() throws IOException {
        SipIndex index = call().read();
        LadderSettings settings = LadderSettings.PLAIN.withLanes(LaneKey.DOMAIN);
        Ladder ladder = ladder(index, LadderPlan.PLAIN.with(settings));
        assertEquals(List.of("host", "example.org"), ids(ladder));
        assertFalse(ladder.lifelines().get(1).isMerged());
    }
}

package org.sipsleuth.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.media.MediaCapture.CALLEE;
import static org.sipsleuth.media.MediaCapture.CALLER;
import static org.sipsleuth.media.MediaCapture.audio;
import static org.sipsleuth.media.MediaCapture.rtcp;
import static org.sipsleuth.media.MediaCapture.rtp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.run.StoppedRun;

final class MediaStreamsTest {

    @TempDir private Path folder;

    private static MediaCapture call() {
        return new MediaCapture().invite("x", audio(CALLER, 4000, ""))
                .after(100)
                .answer("x", audio(CALLEE, 5000, ""))
                .after(100);
    }

    private List<MediaStream> streams(MediaCapture capture) throws IOException {
        return MediaCapture.streams(capture.write(folder.resolve("c.pcap"))).streams();
    }

    private static String reported(MediaStream stream) {
        return "%s %s>%s %d %s %s %s %s".formatted(stream.kind(), stream.source(), stream.destination(),
                stream.extent().packets(), stream.codecs(), stream.origin().match(), stream.origin().sender(),
                stream.origin().dialogs());
    }

    @Test
    void bothDirectionsOfACallAreFoundWithTheirReports() throws IOException {
        List<MediaStream> streams = streams(call().talk(CALLER, 4000, CALLEE, 5000, 7, 10)
                .talk(CALLEE, 5000, CALLER, 4000, 8, 5)
                .udp(CALLER, 4001, CALLEE, 5001, rtcp(7)));
        assertEquals(
                List.of("RTP 192.0.2.1:4000>192.0.2.2:5000 10 PCMU DESTINATION CALLER [0]",
                        "RTP 192.0.2.2:5000>192.0.2.1:4000 5 PCMU DESTINATION CALLEE [0]",
                        "RTCP 192.0.2.1:4001>192.0.2.2:5001 1  DESTINATION CALLER [0]"),
                streams.stream().map(MediaStreamsTest::reported).toList());
        MediaStream first = streams.getFirst();
        assertEquals(new FrameNumber(0, 3), first.extent().first());
        assertEquals(new FrameNumber(0, 12), first.extent().last());
        assertEquals(10 * 172, first.extent().bytes());
        assertEquals(180_000_000, first.extent().durationNanos());
        assertEquals(0, first.quality().jitterMillis(), 1e-9);
    }

    /// The first call has no captured end, and the second one uses the same address and port.
    @Test
    void theCallThatAnnouncedAnAddressLastHasItsMedia() throws IOException {
        MediaCapture capture = call().talk(CALLER, 4000, CALLEE, 5000, 7, 3).after(20_000);
        capture.invite("y", audio(CALLER, 4000, "")).after(10).answer("y", audio(CALLEE, 5000, "")).after(1_000);
        List<MediaStream> streams = streams(capture.talk(CALLER, 4000, CALLEE, 5000, 8, 3));
        assertEquals(List.of(List.of(0), List.of(1)),
                streams.stream().map(stream -> stream.origin().dialogs()).toList());
    }

    @Test
    void missingPacketsAndLatePacketsAreCounted() throws IOException {
        MediaCapture capture = call();
        for (int i : new int[]{65_534, 65_535, 1, 0, 2, 6}) {
            capture.udp(CALLER, 4000, CALLEE, 5000, rtp(0, i, 160 * (i - 65_534 & 0xffff), 7));
            capture.after(i == 2 ? 200 : 20);
        }
        MediaStream.Quality quality = streams(capture).getFirst().quality();
        assertEquals(9, quality.expected());
        assertEquals(3, quality.lost());
        assertEquals(1 / 3.0, quality.lossShare(), 1e-9);
        assertEquals(200_000_000, quality.largestGapNanos());
    }

    /// 2 to 5 are overtaken by 6; two of them come late, one of these twice, and 3 and 5 never.
    @Test
    void latePacketsAndTheirCopiesFillOnlyTheirOwnPlace() throws IOException {
        MediaCapture capture = call();
        for (int i : new int[]{1, 6, 2, 2, 4, 7, 7}) {
            capture.udp(CALLER, 4000, CALLEE, 5000, rtp(0, i, 160 * i, 7)).after(20);
        }
        MediaStream stream = streams(capture).getFirst();
        assertEquals(2, stream.quality().lost());
        assertEquals(2, stream.quality().duplicates());
        assertEquals(2, stream.quality().outOfOrder());
        assertEquals(2, stream.course().lost());
        assertEquals(2, stream.course().runs());
        assertEquals(1, stream.course().longestRun());
        assertEquals(1, stream.course().lostRuns().getFirst().inRow());
    }

    /// The first packet is overtaken, too.
    @Test
    void overtakenFirstPacketHidesNoLoss() throws IOException {
        MediaCapture capture = call();
        for (int i : new int[]{2, 1, 3, 5}) {
            capture.udp(CALLER, 4000, CALLEE, 5000, rtp(0, i, 160 * i, 7)).after(20);
        }
        MediaStream.Quality quality = streams(capture).getFirst().quality();
        assertEquals(5, quality.expected());
        assertEquals(1, quality.lost());
        assertEquals(1, quality.outOfOrder());
    }

    /// RFC 3550 A.8 by hand: 20 ms, then 36 ms for 20 ms of sound.
    @Test
    void jitterIsThatOfTheRfc() throws IOException {
        MediaCapture capture = call().udp(CALLER, 4000, CALLEE, 5000, rtp(0, 1, 0, 7))
                .after(20)
                .udp(CALLER, 4000, CALLEE, 5000, rtp(0, 2, 160, 7))
                .after(36)
                .udp(CALLER, 4000, CALLEE, 5000, rtp(0, 3, 320, 7));
        MediaStream.Quality quality = streams(capture).getFirst().quality();
        assertEquals(1.0, quality.jitterMillis(), 1e-9);
        assertEquals(1.0, quality.maxJitterMillis(), 1e-9);
        assertEquals(0.5, quality.meanJitterMillis(), 1e-9);
    }

    @Test
    void codecAndClockComeFromTheSessionDescription() throws IOException {
        MediaCapture capture = call();
        for (int i = 0; i < 5; i++) {
            capture.udp(CALLER, 4000, CALLEE, 5000, rtp(96, i, 960 * i, 7)).after(20);
        }
        MediaStream stream = streams(capture).getFirst();
        assertEquals("opus", stream.codecs());
        assertEquals(0, stream.quality().maxJitterMillis(), 1e-9);
    }

    @Test
    void mediaFollowsAReInvite() throws IOException {
        MediaCapture capture = call().talk(CALLER, 4000, CALLEE, 5000, 7, 3)
                .reInvite("x", audio("192.0.2.9", 4400, ""))
                .answer("x", audio(CALLEE, 5000, ""))
                .talk(CALLEE, 5000, "192.0.2.9", 4400, 9, 4)
                .bye("x");
        assertEquals("RTP 192.0.2.2:5000>192.0.2.9:4400 4 PCMU DESTINATION CALLEE [0]",
                reported(streams(capture).getLast()));
    }

    @Test
    void mediaInAnotherFileIsFound() throws IOException {
        Path signalling = call().write(folder.resolve("sip.pcap"));
        Path media =
                new MediaCapture().after(300).talk(CALLER, 4000, CALLEE, 5000, 7, 3).write(folder.resolve("rtp.pcap"));
        MediaStream stream = MediaCapture.streams(signalling, media).streams().getFirst();
        assertEquals(new FrameNumber(1, 1), stream.extent().first());
    }

    @Test
    void sameStreamInASecondFileCountsAsCopies() throws IOException {
        MediaCapture capture = call().talk(CALLER, 4000, CALLEE, 5000, 7, 3);
        Path one = capture.write(folder.resolve("one.pcap"));
        Path other = capture.write(folder.resolve("other.pcap"));
        List<MediaStream> streams = MediaCapture.streams(one, other).streams();
        assertEquals(1, streams.size());
        assertEquals(3, streams.getFirst().extent().packets());
        assertEquals(3, streams.getFirst().extent().copies());
        assertEquals(0, streams.getFirst().quality().lost());
    }

    @Test
    void natIsMatchedBySourceOrPorts() throws IOException {
        MediaCapture capture = new MediaCapture().invite("x", audio("10.0.0.1", 4000, ""))
                .answer("x", audio("10.0.0.2", 5000, ""))
                .talk("10.0.0.2", 5000, "203.0.113.5", 61000, 7, 2)
                .talk("203.0.113.5", 61000, "10.0.0.2", 5000, 6, 2)
                .talk(CALLER, 4000, CALLEE, 5000, 8, 2)
                .talk("198.51.100.1", 4000, "198.51.100.2", 5000, 9, 2);
        assertEquals(
                List.of("RTP 10.0.0.2:5000>203.0.113.5:61000 2 PCMU SOURCE CALLEE [0]",
                        "RTP 203.0.113.5:61000>10.0.0.2:5000 2 PCMU DESTINATION CALLER [0]",
                        "RTP 192.0.2.1:4000>192.0.2.2:5000 2 PCMU PORTS CALLER [0]"),
                streams(capture).stream().map(MediaStreamsTest::reported).toList());
    }

    /// The caller sends from that port in the second call only.
    @Test
    void portThatNobodyAnnouncedOrSentFromIsNotSymmetric() throws IOException {
        MediaCapture capture = call().talk(CALLEE, 5000, CALLER, 4002, 7, 3)
                .talk(CALLER, 4000, CALLEE, 5000, 8, 3)
                .bye("x")
                .after(20_000);
        next(capture).talk(CALLEE, 5000, CALLER, 4002, 7, 3).talk(CALLER, 4002, CALLEE, 5000, 8, 3);
        assertEquals(List.of(MediaMatch.NOWHERE, MediaMatch.DESTINATION, MediaMatch.SOURCE, MediaMatch.DESTINATION),
                streams(capture).stream().map(stream -> stream.origin().match()).toList());
    }

    /// A second call that announces the same ports.
    private static MediaCapture next(MediaCapture capture) {
        return capture.invite("y", audio(CALLER, 4000, "")).after(100).answer("y", audio(CALLEE, 5000, "")).after(100);
    }

    private static List<String> packetsAndDialogs(List<MediaStream> streams) {
        return streams.stream().map(stream -> stream.extent().packets() + " " + stream.origin().dialogs()).toList();
    }

    @Test
    void oneSourceInTwoCallsIsAStreamOfEach() throws IOException {
        for (int pause : new int[]{20, 300, 3_000, 40_000}) {
            MediaCapture capture = call().talk(CALLER, 4000, CALLEE, 5000, 7, 10).bye("x").after(pause);
            List<MediaStream> streams = streams(next(capture).talk(CALLER, 4000, CALLEE, 5000, 7, 6).bye("y"));
            assertEquals(List.of("10 [0]", "6 [1]"), packetsAndDialogs(streams), () -> "pause of " + pause + " ms");
            assertEquals(0, streams.getLast().quality().duplicates());
            assertEquals(new FrameNumber(0, 16), streams.getLast().extent().first());
        }
    }

    /// The repeated BYE does not make the first call last.
    @Test
    void sourceThatNeverStopsBelongsToTheCallOfTheTime() throws IOException {
        MediaCapture capture = call().talk(CALLER, 4000, CALLEE, 5000, 7, 50).bye("x");
        capture.talk(CALLER, 4000, CALLEE, 5000, 7, 10).repeated();
        next(capture.after(200)).repeated().talk(CALLER, 4000, CALLEE, 5000, 7, 50);
        assertEquals(List.of("60 [0]", "50 [1]"), packetsAndDialogs(streams(capture)));
    }

    @Test
    void oneSourceBehindNatInTwoCallsIsAStreamOfEach() throws IOException {
        MediaCapture capture = new MediaCapture();
        for (String callId : List.of("x", "y")) {
            capture.invite(callId, audio("10.0.0.1", 4000, "")).answer(callId, audio("10.0.0.2", 5000, ""));
            capture.talk(CALLER, 4000, CALLEE, 5000, 7, 5).bye(callId).after(3_000);
        }
        assertEquals(List.of("5 [0]", "5 [1]"), packetsAndDialogs(streams(capture)));
    }

    @Test
    void pauseWithinACallDividesNothing() throws IOException {
        MediaCapture held = call().talk(CALLER, 4000, CALLEE, 5000, 7, 5)
                .reInvite("x", audio(CALLER, 4000, "a=sendonly\r\n"))
                .answer("x", audio(CALLEE, 5000, "a=recvonly\r\n"))
                .after(90_000)
                .reInvite("x", audio(CALLER, 4000, ""))
                .answer("x", audio(CALLEE, 5000, ""))
                .talk(CALLER, 4000, CALLEE, 5000, 7, 5);
        assertEquals(List.of("10 [0]"), packetsAndDialogs(streams(held)));
        MediaCapture silent = call().talk(CALLER, 4000, CALLEE, 5000, 7, 5);
        for (int i = 0; i < 4; i++) {
            silent.after(30_000).udp(CALLEE, 5000, CALLER, 4000, rtp(0, i, 240_000 * i, 8));
        }
        assertEquals(List.of("10 [0]", "4 [0]"),
                packetsAndDialogs(streams(silent.talk(CALLER, 4000, CALLEE, 5000, 7, 5))));
    }

    @Test
    void mediaBeforeTheAnswerAndShortlyAfterTheEndIsOfTheCall() throws IOException {
        MediaCapture capture = new MediaCapture().invite("x", audio(CALLER, 4000, ""))
                .after(100)
                .talk(CALLEE, 5000, CALLER, 4000, 7, 5)
                .after(15_000)
                .answer("x", audio(CALLEE, 5000, ""))
                .talk(CALLEE, 5000, CALLER, 4000, 7, 5)
                .bye("x")
                .after(4_000)
                .talk(CALLEE, 5000, CALLER, 4000, 7, 5)
                .after(30_000)
                .talk(CALLEE, 5000, CALLER, 4000, 7, 5);
        assertEquals(List.of("15 [0]"), packetsAndDialogs(streams(capture)));
    }

    @Test
    void sourceThatComesAgainInAnotherFileIsOfNoCallBefore() throws IOException {
        Path call = call().talk(CALLER, 4000, CALLEE, 5000, 7, 5).bye("x").write(folder.resolve("call.pcap"));
        MediaCapture later = new MediaCapture().after(7_200_000);
        Path rtp = later.talk(CALLER, 4000, CALLEE, 5000, 7, 4).write(folder.resolve("rtp.pcap"));
        assertEquals(List.of("5 [0]"), packetsAndDialogs(MediaCapture.streams(call, rtp).streams()));
        Path next = next(new MediaCapture().after(7_200_000)).talk(CALLER, 4000, CALLEE, 5000, 7, 4)
                .write(folder.resolve("next.pcap"));
        assertEquals(List.of("5 [0]", "4 [1]"), packetsAndDialogs(MediaCapture.streams(call, next).streams()));
    }

    @Test
    void streamsOfOneCallAreTheSameAsAmongAllCalls() throws IOException {
        MediaCapture capture = call().talk(CALLER, 4000, CALLEE, 5000, 7, 5).bye("x").after(1_000);
        next(capture).talk(CALLER, 4000, CALLEE, 5000, 7, 4).talk(CALLEE, 5000, CALLER, 4000, 8, 3).bye("y");
        SipIndex index = CaptureIndexer.read(List.of(capture.write(folder.resolve("c.pcap"))), RunMonitor.NONE);
        assertEquals(List.of("5 [0]"),
                packetsAndDialogs(MediaStreams.of(index, new int[]{0}, RunMonitor.NONE).streams()));
        assertEquals(List.of("4 [1]", "3 [1]"),
                packetsAndDialogs(MediaStreams.of(index, new int[]{1}, RunMonitor.NONE).streams()));
    }

    /// Both callees announce the one port of a server; neither call is seen to end.
    @Test
    void callThatAnnouncedBothPortsHasTheStream() throws IOException {
        MediaCapture capture = call().talk(CALLER, 4000, CALLEE, 5000, 7, 5)
                .invite("y", audio("192.0.2.3", 4000, ""))
                .answer("y", audio(CALLEE, 5000, ""))
                .after(2_000)
                .talk(CALLER, 4000, CALLEE, 5000, 7, 5)
                .talk("192.0.2.3", 4000, CALLEE, 5000, 9, 5);
        assertEquals(List.of("10 [0]", "5 [1]"), packetsAndDialogs(streams(capture)));
    }

    /// More calls than streams of several sources may go to one end.
    @Test
    void callsWithoutNumberHaveEachItsStream() throws IOException {
        MediaCapture capture = new MediaCapture();
        for (int i = 0; i < 1_100; i++) {
            String callId = "c" + i;
            capture.invite(callId, audio(CALLER, 4000, "")).answer(callId, audio(CALLEE, 5000, ""));
            capture.after(10).talk(CALLER, 4000, CALLEE, 5000, 7, 3).bye(callId).after(2_000);
        }
        assertEquals(1_100, streams(capture).size());
    }

    @Test
    void portThatIsUsedAgainAfterTheCallIsNotTakenForIt() throws IOException {
        MediaCapture ended = call().bye("x").after(60_000).talk(CALLER, 4000, CALLEE, 5000, 7, 3);
        assertEquals(List.of(), streams(ended));
        MediaCapture silent = call().after(61_000).talk(CALLER, 4000, CALLEE, 5000, 7, 3);
        assertEquals(List.of(), streams(silent));
        MediaCapture flowing = call().talk(CALLER, 4000, CALLEE, 5000, 7, 2)
                .after(50_000)
                .talk(CALLER, 4000, CALLEE, 5000, 7, 1)
                .after(50_000)
                .talk(CALLER, 4000, CALLEE, 5000, 9, 2);
        assertEquals(2, streams(flowing).size());
    }

    @Test
    void portOfRtcpAlone() throws IOException {
        MediaCapture capture = new MediaCapture().invite("x", audio(CALLER, 4000, "a=rtcp:4444\r\n"))
                .udp(CALLEE, 9, CALLER, 4444, rtcp(1))
                .talk(CALLEE, 9, CALLER, 4444, 2, 3);
        assertEquals(List.of("RTCP 192.0.2.2:9>192.0.2.1:4444 1  DESTINATION CALLEE [0]"),
                streams(capture).stream().map(MediaStreamsTest::reported).toList());
    }

    @Test
    void mediaInAVlanAndInFragmentsIsFound() throws IOException {
        byte[] udp = Packets.udp(4000, 5000, rtp(0, 1, 0, 7));
        byte[] whole = Packets.ipv4(CALLER, CALLEE, 17, udp);
        byte[] tagged = Packets.join(new byte[]{0, 5, 8, 0}, whole);
        MediaCapture capture = call().frame(Packets.ethernet(0x8100, tagged));
        byte[] first = Packets.ipv4(CALLER, CALLEE, 17, Arrays.copyOf(udp, 8));
        first[6] = 0x20; // more fragments
        byte[] second = Packets.ipv4(CALLER, CALLEE, 17, Arrays.copyOfRange(udp, 8, udp.length));
        second[7] = 1;
        capture.frame(Packets.ethernet(0x0800, first)).frame(Packets.ethernet(0x0800, second));
        Path file = capture.write(folder.resolve("c.pcap"));
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        List<List<FrameNumber>> frames = new ArrayList<>();
        MediaStreams found =
                MediaStreams.of(index, new int[]{0}, false, packet -> frames.add(packet.frames()), RunMonitor.NONE);
        assertEquals(2, found.streams().getFirst().extent().packets());
        assertEquals(List.of(List.of(new FrameNumber(0, 3)), List.of(new FrameNumber(0, 4), new FrameNumber(0, 5))),
                frames);
    }

    @Test
    void floodOfSourcesIsBoundedAndDoesNotHideTheStream() throws IOException {
        MediaCapture capture = call();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            capture.udp(CALLER, 4000, CALLEE, 5000, rtp(0, i, 0, random.nextInt()));
            if (i % 1000 == 0) {
                capture.udp(CALLER, 4000, CALLEE, 5000, rtp(0, i / 1000, 0, 7));
            }
        }
        MediaStreams found = MediaCapture.streams(capture.write(folder.resolve("c.pcap")));
        assertTrue(found.streams().size() <= 4_097, () -> "" + found.streams().size());
        assertEquals(20_020, packets(found));
        assertTrue(found.streams().stream().anyMatch(stream -> stream.ssrc() == 7 && stream.extent().packets() == 20));
    }

    private static long packets(MediaStreams found) {
        return found.packetsLeftOut() + found.streams().stream().mapToLong(stream -> stream.extent().packets()).sum();
    }

    @Test
    void cancellingStopsIt() {
        Path file = call().talk(CALLER, 4000, CALLEE, 5000, 7, 3).write(folder.resolve("c.pcap"));
        RunMonitor cancelled = new StoppedRun();
        assertThrows(CancellationException.class, () -> {
            SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
            MediaStreams.of(index, new int[]{0}, cancelled);
        });
    }
}

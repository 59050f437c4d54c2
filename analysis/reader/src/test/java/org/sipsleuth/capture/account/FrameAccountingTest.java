package org.sipsleuth.capture.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.UnreadFrames.Loss;

class FrameAccountingTest {

    /// What a stream gives late may be of any frame before.
    @Test
    void framesMayBeReportedInAnyOrder() {
        FrameAccounting account = new FrameAccounting(0);
        for (int frame : new int[]{50, 10, 40, 20, 30, 20}) {
            account.repeats(frame);
        }
        account.gave(40);
        account.gave(10);
        account.repeats(10);
        UnreadFrames repeated = account.unread(0).getFirst();
        assertEquals(3, repeated.frames());
        List<Integer> numbers = repeated.examples().stream().map(FrameNumber::frame).toList();
        assertEquals(List.of(20, 30, 50), numbers);
    }

    @Test
    void framesOfOneReasonAreCounted() {
        FrameAccounting account = new FrameAccounting(0);
        account.count(UnreadReason.RTP, 0, 1);
        account.count(UnreadReason.RTCP, 0, 2);
        account.count(UnreadReason.RTP, 0, 3);
        assertEquals(2, UnreadReason.RTP.framesOf(account.unread(0)));
        assertEquals(0, UnreadReason.STUN.framesOf(account.unread(0)));
    }

    @Test
    void onlyWhatMayHoldSipIsALoss() {
        FrameAccounting account = new FrameAccounting(0);
        account.count(UnreadReason.TCP_SEGMENT, 0, 1);
        account.count(UnreadReason.RTP, 0, 2);
        account.count(UnreadReason.ETHER_TYPE, 0x0806, 3);
        account.count(UnreadReason.ETHER_TYPE, 0x88e5, 4);
        account.count(UnreadReason.PPP_PROTOCOL, 0xc021, 5);
        account.count(UnreadReason.PPP_PROTOCOL, 0x003d, 6);
        account.count(UnreadReason.FRAGMENT, 0, 7);
        account.count(UnreadReason.TLS_NO_KEYS, 0, 8);
        account.count(UnreadReason.TLS_HANDSHAKE, 0, 9);
        Map<Loss, Set<Integer>> frames = account.unread(0)
                .stream()
                .collect(Collectors.groupingBy(UnreadFrames::loss,
                        Collectors.mapping(unread -> unread.examples().getFirst().frame(), Collectors.toSet())));
        assertEquals(Map.of(Loss.NONE, Set.of(1, 2, 3, 5, 9), Loss.POSSIBLE, Set.of(4, 6, 7), Loss.FOR_WANT_OF_KEYS,
                Set.of(8)), frames);
    }

    /// All others are damaged, encrypted, cut, unfinished, or not read.
    @Test
    void theseReasonsLoseNothing() {
        Set<UnreadReason> nothing = EnumSet.of(UnreadReason.REPEATED_FRAME, UnreadReason.LLC, UnreadReason.ETHER_TYPE,
                UnreadReason.FRAGMENT_JOINED, UnreadReason.FRAGMENT_REPEATED, UnreadReason.IP_PROTOCOL,
                UnreadReason.TUNNEL_SIGNALLING, UnreadReason.IKE, UnreadReason.HEP_NOT_SIP, UnreadReason.WIFI_CONTROL,
                UnreadReason.TCP_EMPTY, UnreadReason.TCP_REPEATED, UnreadReason.TCP_KEEP_ALIVE,
                UnreadReason.TCP_SEGMENT, UnreadReason.TCP_FOREIGN, UnreadReason.SCTP_CONTROL,
                UnreadReason.SCTP_FRAGMENT_JOINED, UnreadReason.SCTP_REPEATED, UnreadReason.SCTP_NOT_SIP,
                UnreadReason.EMPTY, UnreadReason.RTP, UnreadReason.RTCP, UnreadReason.STUN, UnreadReason.NOT_SIP,
                UnreadReason.TLS_HANDSHAKE, UnreadReason.TLS_NOT_SIP, UnreadReason.HTTP,
                UnreadReason.WEBSOCKET_HANDSHAKE, UnreadReason.WEBSOCKET_CONTROL, UnreadReason.WEBSOCKET_NOT_SIP,
                UnreadReason.LOG_OTHER);
        for (UnreadReason reason : UnreadReason.values()) {
            assertEquals(nothing.contains(reason), reason.loss(0) == Loss.NONE, reason::toString);
        }
        for (int type : List.of(0x88e5, 0x88e7)) { // MACsec, MAC in MAC
            assertEquals(Loss.POSSIBLE, UnreadReason.ETHER_TYPE.loss(type));
        }
        for (int protocol : List.of(55, 97, 136)) { // minimal encapsulation, EtherIP, UDP-Lite
            assertEquals(Loss.POSSIBLE, UnreadReason.IP_PROTOCOL.loss(protocol));
        }
    }

    @Test
    void reasonsBeyondTheLimitMayHoldSip() {
        FrameAccounting account = new FrameAccounting(0);
        for (int i = 0; i <= 10_000; i++) {
            account.count(UnreadReason.ETHER_TYPE, 0x10_000 + i, i + 1);
        }
        assertEquals(List.of(10_001),
                account.unread(0)
                        .stream()
                        .filter(unread -> unread.loss() == Loss.POSSIBLE)
                        .map(unread -> unread.examples().getFirst().frame())
                        .toList());
    }
}

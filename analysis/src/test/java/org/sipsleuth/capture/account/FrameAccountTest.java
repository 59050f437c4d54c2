package org.sipsleuth.capture.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.UnreadFrames.Loss;

class FrameAccountTest {

    /// What a stream gives late may be of any frame before.
    @Test
    void framesMayBeToldOfInAnyOrder() {
        FrameAccount account = new FrameAccount(0);
        for (int frame : new int[] {50, 10, 40, 20, 30, 20}) {
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
    void onlyWhatMayHoldSipIsALoss() {
        FrameAccount account = new FrameAccount(0);
        account.count(UnreadReason.TCP_SEGMENT, 0, 1);
        account.count(UnreadReason.RTP, 0, 2);
        account.count(UnreadReason.ETHER_TYPE, 0x0806, 3);
        account.count(UnreadReason.ETHER_TYPE, 0x88e5, 4);
        account.count(UnreadReason.PPP_PROTOCOL, 0xc021, 5);
        account.count(UnreadReason.PPP_PROTOCOL, 0x003d, 6);
        account.count(UnreadReason.FRAGMENT, 0, 7);
        account.count(UnreadReason.TLS_NO_KEYS, 0, 8);
        account.count(UnreadReason.TLS_HANDSHAKE, 0, 9);
        Map<Loss, Set<Integer>> frames =
                account.unread(0).stream()
                        .collect(
                                Collectors.groupingBy(
                                        UnreadFrames::loss,
                                        Collectors.mapping(
                                                unread -> unread.examples().getFirst().frame(),
                                                Collectors.toSet())));
        assertEquals(
                Map.of(
                        Loss.NONE,
                        Set.of(1, 2, 3, 5, 9),
                        Loss.POSSIBLE,
                        Set.of(4, 6, 7),
                        Loss.FOR_WANT_OF_KEYS,
                        Set.of(8)),
                frames);
    }
}

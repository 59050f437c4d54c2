package org.sipsleuth.capture.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.UnreadFrames;

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
}

package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DialogSetTest {

    @Test
    void countsEachDialogOnceWhereverTheFirstOneIs() {
        Random random = new Random(7);
        for (int first : new int[]{0, 1, 500, 1_000}) {
            DialogSet dialogs = new DialogSet();
            Set<Integer> same = new HashSet<>();
            assertEquals(same.add(first), dialogs.add(first));
            for (int i = 0; i < 2_000; i++) {
                int dialog = random.nextInt(1_001);
                assertEquals(same.add(dialog), dialogs.add(dialog), () -> "dialog " + dialog);
                assertEquals(same.size(), dialogs.size());
            }
        }
    }
}

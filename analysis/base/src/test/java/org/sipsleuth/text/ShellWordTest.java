package org.sipsleuth.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShellWordTest {

    @Test
    void whatAShellWouldChangeIsQuoted() {
        for (String plain : new String[]{"call.pcap", "/a/b-1.0~2", "sip:a@b.example", "--set=a=b"}) {
            assertEquals(plain, ShellWord.of(plain));
        }
        assertEquals("'$(reboot);`x`'", ShellWord.of("$(reboot);`x`"));
        assertEquals("'it'\\''s'", ShellWord.of("it's"));
        assertEquals("'~root'", ShellWord.of("~root"));
        assertEquals("'=ls'", ShellWord.of("=ls"));
        assertEquals("'a\nb'", ShellWord.of("a\nb"));
        assertEquals("''", ShellWord.of(""));
    }

    @Test
    void aFileIsNoOption() {
        assertEquals("./--output=x.pcap", ShellWord.ofFile("--output=x.pcap"));
        assertEquals("'./-o x'", ShellWord.ofFile("-o x"));
        assertEquals("call.pcap", ShellWord.ofFile("call.pcap"));
    }
}

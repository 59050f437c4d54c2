# SIPp in the office's laboratory tests the office's own proxy with calls to a SIPp that answers:
# two a second, and two more every five seconds. Every call is acknowledged and ended.
relocate example.com 5060 172.30.8 198.18.190
EXTENSIONS=(1801 1802 1803 1804 1805)
EXISTING='^18[0-4][0-9]$'
WEAK=none
open_office
sed -i 's/chance="0.35"/chance="0"/' "$parts/sipp/hotline.xml"
add_users answerer 172.30.8.62 1840 1840
add_host lab 172.30.8.61
start_office_capture
keep_alive 9
office_day 324 60
printf '%s\n' SEQUENTIAL '1840;sipp;' >"$scratch/called.csv"
sed 's/\[field2\]/[local_ip]/g; s/min="3000" max="9000"/min="2000" max="4000"/' "$parts/sipp/crowd.xml" >"$scratch/load.xml"
incoming+=(load)
at 14 start load lab env TERM=dumb sipp -sf "$scratch/load.xml" -nostdin -inf "$scratch/called.csv" \
    -i 172.30.8.61 -mi 172.30.8.61 -p 5061 -key agent "SIPp" -r 2 -rate_increase 2 -rate_interval 5s -m 150 -l 150 172.30.8.1:5060
play
close_office

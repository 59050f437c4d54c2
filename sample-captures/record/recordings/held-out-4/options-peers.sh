# Carrier and office ask each other by OPTIONS every two seconds, a second peer every five; few calls.
relocate example.net 5060 192.168.155 203.0.113 198.19.36
EXTENSIONS=(771 772 773 774)
EXISTING='^7[7-8][0-9]$'
WEAK=none
open_office
add_host border 192.168.155.30
ip -n "$PREFIX-border" route add default via 192.168.155.254
add_outsider peer 198.19.36.10
start_office_capture
office_day 426 70 25-45
sed 's/User-Agent: .*/User-Agent: Asterisk PBX 20.5.0/' "$parts/sipp/keepalive.xml" >"$scratch/asks.xml"
cat >"$scratch/answers.xml" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<scenario name="answers OPTIONS">
  <recv request="OPTIONS"/>
  <send>
    <![CDATA[
      SIP/2.0 200 OK
      [last_Via:]
      [last_From:]
      [last_To:];tag=[pid]o[call_number]
      [last_Call-ID:]
      [last_CSeq:]
      Contact: <sip:[local_ip]:[local_port]>
      Server: Sonus SBC 1000
      Allow: INVITE, ACK, CANCEL, BYE, OPTIONS
      Content-Length: 0

    ]]>
  </send>
</scenario>
END
start answers provider2 env TERM=dumb sipp -sf "$scratch/answers.xml" -nostdin -i "$CARRIER_CALLING" -p 5064
incoming+=(carrier-asks border-asks peer-asks)
at 1 start carrier-asks provider2 env TERM=dumb sipp -sf "$scratch/asks.xml" -nostdin -m 34 -l 2 -r 1 -rp 2000 \
    -i "$CARRIER_CALLING" -p 5065 192.168.155.1:5060
at 2 start border-asks border env TERM=dumb sipp -sf "$scratch/asks.xml" -nostdin -m 33 -l 2 -r 1 -rp 2000 \
    -i 192.168.155.30 -p 5060 "$CARRIER_CALLING:5064"
at 3 start peer-asks peer env TERM=dumb sipp -sf "$scratch/asks.xml" -nostdin -m 13 -l 2 -r 1 -rp 5000 \
    -i 198.19.36.10 -p 5060 192.168.155.1:5060
play
close_office

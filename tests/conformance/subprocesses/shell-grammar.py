# The shell's grammar: quotes, variables, lists, pipes, redirections, loops, the background.
import asyncio
import os
import tempfile

COMMANDS = """
X=5; echo $X "$X y" '$X' ${X}z \\$X "a'b" 'a"b' "$NOTHING" $NOTHING end $?
X='a  b'; echo $X "$X"; for word in $X "$X" c; do echo "<$word>"; done
true && echo yes || echo no; false && echo yes || echo no
false; echo $?; true | false; echo $?; no-such-command-here 2>/dev/null; echo $?
echo one > a.txt; echo two >> a.txt; cat < a.txt; wc -l a.txt; wc a.txt; rm=1 cat a.txt | wc
ls nope 2>&1 > /dev/null; echo out 2>/dev/null; echo err >&2; echo both > b.txt 2>&1; ls
for i in 1 2; do for j in a b; do echo $i$j; done; done | sort -r | head -n 3
echo a; echo b; # a comment
printf '%s-%d|' a 1 b 2; printf '%5.2f %x %%\\n' 3.14159 255; echo 'tab\\tend'
seq 8 -3 1 | tail -n 2; seq 5 | grep -v '[24]'; echo abab | grep -c '\\(ab\\)'
printf '10\\n9\\n9\\n' | sort -n; printf '10\\n9\\n9\\n' | sort -u
sleep 0.3 && echo slow & echo quick
exec echo replaced; echo never
kill -TERM $$; echo never
echo "multi
line" | cat; exit 300
cat nope a.txt; cat < nope; echo $?
"""


async def main():
    for command in COMMANDS.strip().replace("multi\n", "multi\0").split("\n"):
        process = await asyncio.create_subprocess_shell(
            command.replace("\0", "\n"),
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate()
        print(process.returncode, out.decode(), err.decode(), sep="|")


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    asyncio.run(main())
    os.chdir("/")

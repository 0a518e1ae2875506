"""Writes a scenario with many initiatives to plan: python3 make_roadmap_case.py [INITIATIVES [QUARTERS]] > case.yaml

Invented figures, the same for the same arguments. Every third initiative needs an earlier one, four streams are shared, three
roles and a budget for each of three phases limit what can be done: about half of it fits.
"""
import random
import sys

HEADER = """wayworth: 1
name: {count} initiatives over {quarters} quarters
currency: USD
estimates: ends
time: {{start: 2026-01, horizon: {quarters} quarters, step: quarter}}
finance: {{discount_rate: 10%}}
drivers:
"""


def drivers(dice):
    for team in range(4):
        yield f"  calls_{team}: {{value: {dice.randint(20, 60) * 10_000}, unit: call/year}}"
        yield f"  cost_{team}: {{value: [{dice.randint(3, 4)}, 5, {dice.randint(6, 8)}], unit: USD/call}}"


def initiative(dice, number):
    team = dice.randrange(4)
    effect = dice.uniform(1, 6)
    cost = dice.randint(5, 60) * 10_000
    yield f"  i{number:02}:"
    yield f"    effects: {{calls_{team}: {{change: [-{2 * effect:.1f}%, -{effect:.1f}%, 0%]}}}}"
    yield f"    benefits: [{{kind: revenue, value: {cost * dice.uniform(0.1, 0.5):.0f}, unit: USD/year}}]"
    yield f"    costs: [{{name: Build, kind: one_off, value: [{0.8 * cost:.0f}, {cost}, {1.6 * cost:.0f}]}}]"
    yield f"    rollout: {{duration: [3, {dice.randint(4, 9)}, 14], ramp: {dice.randint(3, 9)}, success: {dice.randint(70, 95)}%, if_it_fails: 30%}}"
    yield f"    effort: {{it: {dice.randint(2, 20)}, data: {dice.randint(0, 8)}, change: {dice.randint(1, 8)}}}"
    if number % 3 == 2:
        yield f"    needs: [i{dice.randrange(number):02}]"


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    quarters = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    dice = random.Random(count * 1000 + quarters)
    lines = [HEADER.format(count=count, quarters=quarters).rstrip(), *drivers(dice), "streams:"]
    for team in range(4):
        lines.append(f"  team_{team}: {{kind: cost, formula: calls_{team} * cost_{team}}}")
    lines.append("initiatives:")
    for number in range(count):
        lines += initiative(dice, number)
    third = quarters // 3
    budget = count * 60_000
    lines += ["roadmap:", "  phases:"]
    for phase, (begin, end) in enumerate([(1, third), (third + 1, 2 * third), (2 * third + 1, quarters)]):
        lines.append(f"    - {{name: Phase {phase + 1}, from: {begin}, to: {end}, budget: {budget}}}")
    lines.append(f"  capacity: {{it: {count / 5:g}, data: {count / 10:g}, change: {count / 10:g}}}")
    lines.append("  exclude: [[i00, i01], [i03, i04]]")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
